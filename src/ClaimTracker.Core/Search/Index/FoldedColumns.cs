using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Search;

/// <summary>
/// The folded text that the desk searches and the keys its names sort by, kept beside each record on every save (rule 6). They are
/// derived, so they belong to no record's properties and to no audit entry.
/// </summary>
public static class FoldedColumns
{
    public const string Text = "FoldedText";
    public const string SortAr = "SortKeyAr";
    public const string SortEn = "SortKeyEn";

    private const int MaxWords = 12;

    /// <summary>The column names sort by for readers of that language.</summary>
    public static string SortFor(string language) => language == "ar" ? SortAr : SortEn;

    /// <summary>Records that hold every word of a query, in any order; all of them for a blank query.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> records, string? query)
        where T : class =>
        Words(query).Aggregate(records, (found, word) => found.Where(r => EF.Property<string>(r, Text).Contains(word)));

    public static IReadOnlyList<string> Words(string? query) =>
        [.. TextFold.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MaxWords)];

    /// <summary>Text as it stands in the folded column: every language, parted by line breaks, which no word holds.</summary>
    public static string Fold(params IEnumerable<string?> texts) => string.Join('\n', texts.Select(TextFold.Fold).Where(t => t.Length > 0).Distinct());

    internal static void HasFoldedText<T>(this EntityTypeBuilder<T> builder)
        where T : class =>
        builder.Property<string>(Text).HasDefaultValue("");

    internal static void HasSortKeys<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Property<string>(SortAr).HasDefaultValue("");
        builder.Property<string>(SortEn).HasDefaultValue("");
    }

    internal static void Apply(ClaimDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            switch (entry.Entity)
            {
                case Claim claim:
                    Set(entry, Text, Fold([$"ct-{Number(claim.Number)}", .. Texts(claim.Statement), .. Texts(claim.Summary)]));
                    break;
                case Source source:
                    Set(entry, Text, TextOf(source));
                    break;
                case Party party:
                    SetName(entry, party.Name);
                    break;
                case PartyVariant variant:
                    Set(entry, Text, Fold(variant.Text));
                    break;
                case Outlet outlet:
                    SetName(entry, outlet.Name);
                    break;
                case Topic topic:
                    SetName(entry, topic.Name);
                    break;
            }
        }
    }

    /// <summary>Folds every record again, after the fold has changed; in the caller's transaction.</summary>
    internal static async Task RefoldAsync(ClaimDbContext db, CancellationToken ct)
    {
#pragma warning disable RS0030 // Folded columns belong to no audit entry.
        foreach (var source in await db.Sources.AsNoTracking().ToListAsync(ct))
        {
            var text = TextOf(source);
            await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s.SetProperty(x => EF.Property<string>(x, Text), text), ct);
        }

        foreach (var variant in await db.Set<PartyVariant>().AsNoTracking().ToListAsync(ct))
        {
            var text = Fold(variant.Text);
            await db.Set<PartyVariant>().Where(v => v.Id == variant.Id).ExecuteUpdateAsync(s => s.SetProperty(x => EF.Property<string>(x, Text), text), ct);
        }

        foreach (var party in await db.Parties.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(ct))
        {
            await RefoldNameAsync(db.Parties.Where(p => p.Id == party.Id), party.Name, ct);
        }

        foreach (var outlet in await db.Outlets.AsNoTracking().Select(o => new { o.Id, o.Name }).ToListAsync(ct))
        {
            await RefoldNameAsync(db.Outlets.Where(o => o.Id == outlet.Id), outlet.Name, ct);
        }

        foreach (var topic in await db.Topics.AsNoTracking().Select(t => new { t.Id, t.Name }).ToListAsync(ct))
        {
            await RefoldNameAsync(db.Topics.Where(t => t.Id == topic.Id), topic.Name, ct);
        }
    }

    private static async Task RefoldNameAsync<T>(IQueryable<T> record, LocalizedText name, CancellationToken ct)
        where T : class
    {
        var (text, ar, en) = (Fold(Texts(name)), TextFold.SortKey(name.In("ar")), TextFold.SortKey(name.In("en")));
        await record.ExecuteUpdateAsync(
            s => s.SetProperty(x => EF.Property<string>(x, Text), text).SetProperty(x => EF.Property<string>(x, SortAr), ar).SetProperty(x => EF.Property<string>(x, SortEn), en), ct);
#pragma warning restore RS0030
    }

    private static string TextOf(Source source) => Fold([.. Texts(source.Title), source.Author, source.Address, source.ExternalReference]);

    private static void SetName(EntityEntry entry, LocalizedText name)
    {
        Set(entry, Text, Fold(Texts(name)));
        Set(entry, SortAr, TextFold.SortKey(name.In("ar")));
        Set(entry, SortEn, TextFold.SortKey(name.In("en")));
    }

    private static void Set(EntityEntry entry, string column, string value) => entry.Property(column).CurrentValue = value;

    private static IEnumerable<string?> Texts(LocalizedText text) => text.Select(t => t.Value);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
