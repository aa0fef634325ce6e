using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Search;

/// <summary>
/// The folded text by which the desk finds names and sources, and the keys names sort by, kept beside each record on every save (rule 6). They are
/// derived, so they belong to no record's properties and to no audit entry.
/// </summary>
public static class FoldedColumns
{
    public const string Text = "FoldedText";
    public const string SortAr = "SortKeyAr";
    public const string SortEn = "SortKeyEn";

    private const int MaxWords = 12;
    private const int RecordsAtATime = 200;

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

    /// <summary>
    /// Folds records again whose columns an older fold left, some at a time: each part in a transaction of its own, where the caller
    /// has none. What somebody saves meanwhile was folded by that save and is left as it is.
    /// </summary>
    internal static async Task RefoldAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (await db.SearchTotals.AnyAsync(t => t.Scope == SearchScope.Desk && t.FoldVersion == TextFold.Version, ct))
        {
            return;
        }

        await RefoldSourcesAsync(db, ct);
        await RefoldVariantsAsync(db, ct);
        await RefoldNamesAsync(db, db.Parties, ct);
        await RefoldNamesAsync(db, db.Outlets, ct);
        await RefoldNamesAsync(db, db.Topics, ct);
    }

#pragma warning disable RS0030 // Folded columns belong to no audit entry.
    private static async Task RefoldSourcesAsync(ClaimDbContext db, CancellationToken ct)
    {
        foreach (var ids in (await db.Sources.Select(s => s.Id).ToListAsync(ct)).Chunk(RecordsAtATime))
        {
            var part = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { Source = s, Kept = EF.Property<string>(s, Text) }).ToListAsync(ct);
            await WriteAsync(db, part.Select(p => (p.Source.Id, p.Source.Version, Text: TextOf(p.Source), p.Kept)).Where(p => p.Text != p.Kept), p =>
                db.Sources.Where(s => s.Id == p.Id && s.Version == p.Version).ExecuteUpdateAsync(s => s.SetProperty(x => EF.Property<string>(x, Text), p.Text), ct), ct);
        }
    }

    private static async Task RefoldVariantsAsync(ClaimDbContext db, CancellationToken ct)
    {
        var variants = db.Set<PartyVariant>();
        foreach (var ids in (await variants.Select(v => v.Id).ToListAsync(ct)).Chunk(RecordsAtATime))
        {
            var part = await variants.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, Name = v.Text, Kept = EF.Property<string>(v, Text) }).ToListAsync(ct);
            await WriteAsync(db, part.Select(p => (p.Id, p.Name, Text: Fold(p.Name), p.Kept)).Where(p => p.Text != p.Kept), p =>
                variants.Where(v => v.Id == p.Id && v.Text == p.Name).ExecuteUpdateAsync(s => s.SetProperty(x => EF.Property<string>(x, Text), p.Text), ct), ct);
        }
    }

    private static async Task RefoldNamesAsync<T>(ClaimDbContext db, IQueryable<T> records, CancellationToken ct)
        where T : class, IVersioned
    {
        foreach (var ids in (await records.Select(r => EF.Property<Guid>(r, "Id")).ToListAsync(ct)).Chunk(RecordsAtATime))
        {
            var part = await records.AsNoTracking().Where(r => ids.Contains(EF.Property<Guid>(r, "Id"))).Select(r => new
            {
                Id = EF.Property<Guid>(r, "Id"),
                Version = EF.Property<int>(r, nameof(IVersioned.Version)),
                Name = EF.Property<LocalizedText>(r, "Name"),
                Text = EF.Property<string>(r, Text),
                Ar = EF.Property<string>(r, SortAr),
                En = EF.Property<string>(r, SortEn),
            }).ToListAsync(ct);
            var folded = part.Select(p => (p.Id, p.Version, Text: Fold(Texts(p.Name)), Ar: TextFold.SortKey(p.Name.In("ar")), En: TextFold.SortKey(p.Name.In("en")), Kept: (p.Text, p.Ar, p.En)));
            await WriteAsync(db, folded.Where(p => (p.Text, p.Ar, p.En) != p.Kept), p =>
                records.Where(r => EF.Property<Guid>(r, "Id") == p.Id && EF.Property<int>(r, nameof(IVersioned.Version)) == p.Version).ExecuteUpdateAsync(
                    s => s.SetProperty(x => EF.Property<string>(x, Text), p.Text).SetProperty(x => EF.Property<string>(x, SortAr), p.Ar).SetProperty(x => EF.Property<string>(x, SortEn), p.En), ct), ct);
        }
    }
#pragma warning restore RS0030

    private static async Task WriteAsync<T>(ClaimDbContext db, IEnumerable<T> changed, Func<T, Task> write, CancellationToken ct)
    {
        var rows = changed.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        foreach (var row in rows)
        {
            await write(row);
        }

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
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
}
