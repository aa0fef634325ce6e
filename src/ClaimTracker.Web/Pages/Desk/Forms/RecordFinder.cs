using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>A record offered for what was typed.</summary>
public sealed record Offer(Guid Id, string Name, string? Aside);

/// <summary>
/// Turns what was typed into records: found by name or address, or new. What is described as new once may be named again elsewhere in
/// the same form. Where nothing or too much fits, the field says so and offers the nearest.
/// </summary>
public sealed class RecordFinder(ClaimDbContext db)
{
    internal const int MaxOffers = 6;

    private readonly Dictionary<string, NewParty> newParties = [];
    private readonly Dictionary<string, NewOutlet> newOutlets = [];
    private readonly Dictionary<string, NewSource> newSources = [];

    /// <summary>What is offered at a field, by the field's name.</summary>
    public Dictionary<string, IReadOnlyList<Offer>> Offers { get; } = [];

    /// <summary>Parties described anew in the form, so that they can be named before they are described.</summary>
    public void Announce(params IEnumerable<PartyPick> picks)
    {
        foreach (var pick in picks.Where(p => p.IsNew && p.Taken is null))
        {
            var party = new NewParty { Kind = pick.New.Kind ?? default, Name = NameOf(pick.New.Name, pick.Find), Country = pick.New.Country };
            foreach (var name in Keys(party.Name, pick.Find))
            {
                newParties.TryAdd(name, party);
            }
        }
    }

    /// <param name="pick">What was typed or chosen.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="faults">Where it is said that nothing or too much fits.</param>
    /// <param name="ct">Stops the search.</param>
    /// <param name="canDescribe">Whether the form has fields to describe somebody new.</param>
    public async Task<Choice<NewParty>?> PartyAsync(PartyPick pick, string field, FormFaults faults, CancellationToken ct, bool canDescribe = true)
    {
        if (pick.Taken is { } taken)
        {
            return taken;
        }

        if (pick.IsNew && canDescribe)
        {
            faults.Require(pick.New.Kind, $"{field}.New.Kind");
            Announce(pick);
            var party = newParties[Keys(NameOf(pick.New.Name, pick.Find), pick.Find).FirstOrDefault() ?? AnnounceNameless(pick)];
            return await IsHereAsync(party, field, faults, ct) ? null : (Choice<NewParty>)party;
        }

        if (pick.Find is not { } name)
        {
            return null;
        }

        if (newParties.TryGetValue(TextFold.Fold(name), out var described))
        {
            return described;
        }

        var exact = await Named(db, TextFold.Fold(name)).OrderBy(p => p.Id).Take(MaxOffers).ToListAsync(ct);
        if (exact is [var only])
        {
            return only.Id;
        }

        var near = exact.Count > 0 ? exact : await db.Parties.AsNoTracking().Matching(name).OrderBy(p => p.Id).Take(MaxOffers).ToListAsync(ct);
        Offers[field] = [.. near.Select(p => new Offer(p.Id, p.Name.In(Cultures.Current), ReviewWords.Of(p.Kind)))];
        faults.Add($"{field}.Find", exact.Count > 0 ? DeskText.PartySeveral
            : near.Count > 0 ? canDescribe ? DeskText.PartyNear : DeskText.PartyNearOnly
            : canDescribe ? DeskText.PartyNotHere : DeskText.PartyNotHereOnly);
        return null;
    }

    public async Task<Choice<NewOutlet>?> OutletAsync(OutletPick pick, string field, FormFaults faults, CancellationToken ct)
    {
        if (pick.Taken is { } taken)
        {
            return taken;
        }

        if (pick.IsNew)
        {
            faults.Require(pick.New.Kind, $"{field}.New.Kind");
            var outlet = new NewOutlet { Kind = pick.New.Kind ?? default, Name = NameOf(pick.New.Name, pick.Find), Country = pick.New.Country };
            var key = Keys(outlet.Name, pick.Find).FirstOrDefault() ?? "";
            return newOutlets.TryAdd(key, outlet) ? outlet : newOutlets[key];
        }

        if (pick.Find is not { } name)
        {
            return null;
        }

        var folded = TextFold.Fold(name);
        if (newOutlets.TryGetValue(folded, out var described))
        {
            return described;
        }

        var near = await db.Outlets.AsNoTracking().Matching(name).OrderBy(o => o.Id).Take(MaxOffers * 2).ToListAsync(ct);
        var exact = near.FindAll(o => Keys(o.Name, null).Contains(folded));
        if (exact is [var only])
        {
            return only.Id;
        }

        Offers[field] = [.. (exact.Count > 0 ? exact : near).Take(MaxOffers).Select(o => new Offer(o.Id, o.Name.In(Cultures.Current), ReviewWords.Of(o.Kind)))];
        faults.Add($"{field}.Find", exact.Count > 0 ? DeskText.OutletSeveral : near.Count > 0 ? DeskText.OutletNear : DeskText.OutletNotHere);
        return null;
    }

    /// <summary>A source that is here already: nothing new can be described at the field.</summary>
    public async Task<Guid?> KnownSourceAsync(SourcePick pick, string field, FormFaults faults, CancellationToken ct)
    {
        if (pick.Taken is not null || pick.Find is not { } words)
        {
            return pick.Taken;
        }

        var key = SourceAddress.KeyOf(AddressOf(words));
        if (key is not null && await db.Sources.AsNoTracking().Where(s => s.AddressKey == key).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var near = key is null ? await db.Sources.AsNoTracking().Matching(words).OrderByDescending(s => s.Id).Take(MaxOffers).ToListAsync(ct) : [];
        if (near.FindAll(s => Keys(s.Title, null).Contains(TextFold.Fold(words))) is [var only])
        {
            return only.Id;
        }

        Offers[field] = [.. near.Select(OfferOf)];
        faults.Add($"{field}.Find", near.Count > 0 ? DeskText.SourceNearOnly : DeskText.SourceNotHereOnly);
        return null;
    }

    public async Task<Choice<NewSource>?> SourceAsync(SourcePick pick, string field, FormFaults faults, CancellationToken ct)
    {
        if (pick.Taken is { } taken)
        {
            return taken;
        }

        var address = AddressOf(pick.Find);
        var key = SourceAddress.KeyOf(address);
        if (key is not null && newSources.TryGetValue(key, out var described))
        {
            return described;
        }

        if (key is not null && await db.Sources.AsNoTracking().Where(s => s.AddressKey == key).SingleOrDefaultAsync(ct) is { } known)
        {
            if (!pick.IsNew)
            {
                return known.Id;
            }

            Offers[field] = [OfferOf(known)];
            faults.Add($"{field}.Find", DeskText.SourceAlreadyHere);
            return null;
        }

        if (pick.IsNew)
        {
            return await DescribedAsync(pick, address, key, field, faults, ct);
        }

        return pick.Find is { } words ? await FoundAsync(words, address, field, faults, ct) : null;
    }

    /// <summary>The source that has the address already, offered at every field that names it.</summary>
    public async Task OfferAsync(Guid existing, IEnumerable<(SourcePick Pick, string Field)> picks, FormFaults faults, CancellationToken ct)
    {
        var known = await db.Sources.IgnoreQueryFilters().AsNoTracking().SingleAsync(s => s.Id == existing, ct);
        // What an import holds back is there, but not to be taken yet.
        var isFree = await db.Sources.AnyAsync(s => s.Id == existing, ct);
        foreach (var (_, field) in picks.Where(p => p.Pick.Taken is null && SourceAddress.KeyOf(AddressOf(p.Pick.Find)) == known.AddressKey))
        {
            Offers[field] = isFree ? [OfferOf(known)] : [];
            faults.Add($"{field}.Find", isFree ? DeskText.SourceAlreadyHere : ReviewText.FaultCodeInUnfinishedImport);
        }
    }

    /// <summary>An address as typed, also without its scheme; null for words.</summary>
    public static string? AddressOf(string? text) =>
        text is null ? null
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text
        : text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !text.Any(char.IsWhiteSpace) ? "https://" + text
        : null;

    internal static Offer OfferOf(Source source) => new(source.Id, SourceNames.Of(source.Title, source.Address), source.Title.IsEmpty ? null : source.Address);

    private async Task<Choice<NewSource>?> DescribedAsync(SourcePick pick, string? address, string? key, string field, FormFaults faults, CancellationToken ct)
    {
        var fields = pick.New;
        faults.Require(fields.Kind, $"{field}.New.Kind");
        var title = fields.Title ?? (address is null ? pick.Find : null);
        var language = fields.Language ?? (title is null ? null : Cultures.OfText(title));
        var source = new NewSource
        {
            Kind = fields.Kind ?? default,
            Address = address,
            NoAddressReason = fields.NoAddressReason.ToText(),
            Outlet = await OutletAsync(fields.Outlet, $"{field}.New.Outlet", faults, ct),
            Title = title is null || language is null ? LocalizedText.Empty : LocalizedText.Of((language, title)),
            TitleSource = title is null ? TitleSource.None : TitleSource.Page,
            Language = fields.Language,
            Level = fields.Level,
            PublishedOn = faults.Date(fields.PublishedOn, $"{field}.New.PublishedOn"),
            Origin = await PartyAsync(fields.Origin, $"{field}.New.Origin", faults, ct),
        };
        if (key is not null)
        {
            newSources[key] = source;
        }

        return source;
    }

    private async Task<Choice<NewSource>?> FoundAsync(string words, string? address, string field, FormFaults faults, CancellationToken ct)
    {
        if (address is not null)
        {
            if (SourceRules.AddressFault(address) is { } fault)
            {
                faults.Add($"{field}.Find", fault, Source.AddressMaxLength);
            }
            else
            {
                faults.Add($"{field}.Find", DeskText.SourceNewAddress);
            }

            return null;
        }

        var near = await db.Sources.AsNoTracking().Matching(words).OrderByDescending(s => s.Id).Take(MaxOffers).ToListAsync(ct);
        var folded = TextFold.Fold(words);
        var exact = near.FindAll(s => Keys(s.Title, null).Contains(folded));
        if (exact is [var only])
        {
            return only.Id;
        }

        Offers[field] = [.. near.Select(OfferOf)];
        faults.Add($"{field}.Find", near.Count > 0 ? DeskText.SourceNear : DeskText.SourceNotHere);
        return null;
    }

    /// <summary>Somebody of that name, kind and country is here already.</summary>
    private async Task<bool> IsHereAsync(NewParty party, string field, FormFaults faults, CancellationToken ct)
    {
        if (await KnownAsync(db, party, ct) is not { } known)
        {
            return false;
        }

        Offers[field] = [new Offer(known.Id, known.Name.In(Cultures.Current), ReviewWords.Of(known.Kind))];
        faults.Add($"{field}.Find", DeskText.PartyAlreadyHere);
        return true;
    }

    /// <summary>The id of somebody who is here by that name, kind and country.</summary>
    internal static async Task<Guid?> HereAsync(ClaimDbContext db, NewParty party, CancellationToken ct) => (await KnownAsync(db, party, ct))?.Id;

    private static async Task<Party?> KnownAsync(ClaimDbContext db, NewParty party, CancellationToken ct)
    {
        foreach (var name in Keys(party.Name, null))
        {
            var here = await Named(db, name).Where(p => p.Kind == party.Kind).OrderBy(p => p.Id).Take(MaxOffers).ToListAsync(ct);
            if (here.Find(p => party.Country is null || p.Country is null || p.Country == party.Country) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Parties that bear exactly that name, in any language or spelling.</summary>
    private static IQueryable<Party> Named(ClaimDbContext db, string folded) => db.Parties.AsNoTracking().Where(p =>
        EF.Property<string>(p, FoldedColumns.Text) == folded
        || EF.Property<string>(p, FoldedColumns.Text).StartsWith(folded + "\n")
        || EF.Property<string>(p, FoldedColumns.Text).EndsWith("\n" + folded)
        || EF.Property<string>(p, FoldedColumns.Text).Contains("\n" + folded + "\n")
        || p.Variants.Any(v => EF.Property<string>(v, FoldedColumns.Text) == folded));

    private string AnnounceNameless(PartyPick pick)
    {
        newParties[""] = new NewParty { Kind = pick.New.Kind ?? default, Name = LocalizedText.Empty };
        return "";
    }

    private static IEnumerable<string> Keys(LocalizedText name, string? typed) =>
        name.Select(n => (string?)n.Value).Append(typed).Select(TextFold.Fold).Where(k => k.Length > 0).Distinct();

    /// <summary>A new name: as given, else what was looked for, in the language of its letters.</summary>
    private static LocalizedText NameOf(TextInput name, string? typed) =>
        name.ToText() is { IsEmpty: false } given ? given : typed is null ? LocalizedText.Empty : LocalizedText.Of((Cultures.OfText(typed), typed));
}
