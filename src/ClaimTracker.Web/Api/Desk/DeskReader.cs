using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Desk.Forms;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api.Desk;

/// <summary>
/// Turns what a program sent into what Core takes. What is described may be here already, or stand twice in the same body: then it is one record. Paths of
/// faults are Core's.
/// </summary>
internal sealed class DeskReader(ClaimDbContext db)
{
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, Choice<NewParty>> parties = [];
    private readonly Dictionary<string, Choice<NewOutlet>> outlets = [];
    private readonly Dictionary<string, Choice<NewSource>> sources = [];

    /// <summary>What could not be read; null: everything could.</summary>
    public Outcome? Refusal => faults.Count == 0 ? null : new Outcome.Invalid(faults);

    public static LocalizedText TextOf(IReadOnlyDictionary<string, string?>? text) => text is null ? LocalizedText.Empty : LocalizedText.From(text);

    public async Task<NewClaim> ClaimAsync(ClaimBody body, CancellationToken ct) => new()
    {
        Statement = TextOf(body.Statement),
        Summary = TextOf(body.Summary),
        OriginalLanguage = body.OriginalLanguage ?? "",
        Kind = body.Kind ?? default,
        Aspect = body.Aspect ?? default,
        Hedge = TextOf(body.Hedge),
        AssertedOn = DateOf(body.AssertedOn, "AssertedOn"),
        EventOn = DateOf(body.EventOn, "EventOn"),
        PlaceCountry = body.PlaceCountry,
        PlaceName = TextOf(body.PlaceName),
        SelectionReason = TextOf(body.SelectionReason),
        Flags = body.Flags ?? [],
        AsPublished = body.IsAsPublished,
        Triage = body.Triage ?? default,
        Due = body.Due,
        Topics = await TopicsAsync(body.Topics ?? [], ct),
        Claimants = await RowsAsync(body.Claimants, "Claimants", async (row, path) => new ClaimantRow { Party = await PartyAsync(row.Party, path + "Party", ct), Role = TextOf(row.Role) }),
        Figures = await RowsAsync(body.Figures, "Figures", (row, path) => Task.FromResult(FigureOf(row, path))),
        Appearances = await RowsAsync(body.Appearances, "Appearances", (row, path) => AppearanceAsync(row, path, ct)),
        Attribution = await RowsAsync(body.Attribution, "Attribution", async (row, path) => new AttributionRow
        {
            Party = await PartyAsync(row.Party, path + "Party", ct),
            Verb = row.Verb ?? "",
            Note = TextOf(row.Note),
        }),
        Evidence = await RowsAsync(body.Evidence, "Evidence", (row, path) => EvidenceAsync(row, path, ct)),
    };

    public async Task<AppearanceRow> AppearanceAsync(AppearanceBody row, string path, CancellationToken ct) => new()
    {
        Source = await SourceAsync(row.Source, path + "Source", ct),
        Quote = row.Quote,
        ParagraphFrom = row.ParagraphFrom,
        ParagraphTo = row.ParagraphTo,
        Timecode = row.Timecode,
        Strength = row.Strength ?? default,
        WordingNote = TextOf(row.WordingNote),
        IsFirst = row.IsFirst,
        Flags = row.Flags ?? [],
    };

    public async Task<EvidenceRow> EvidenceAsync(EvidenceBody row, string path, CancellationToken ct) => new()
    {
        Source = await SourceAsync(row.Source, path + "Source", ct),
        Stance = row.Stance ?? default,
        Quote = row.Quote,
        Locator = row.Locator,
        Note = TextOf(row.Note),
        SourceGrade = row.SourceGrade,
        InformationGrade = row.InformationGrade,
    };

    private FigureRow FigureOf(FigureBody row, string path) => new()
    {
        Value = row.Value,
        Min = row.Min,
        Max = row.Max,
        Modifier = row.Modifier,
        Unit = new NewUnit(TextOf(row.Unit)),
        Measure = row.Measure is null ? (Choice<NewMeasure>?)null : new NewMeasure(TextOf(row.Measure)),
        IsCapacity = row.IsCapacity,
        Period = DateOf(row.Period, path + "Period"),
        AlternativeGroup = row.EitherOrGroup,
        Note = TextOf(row.Note),
    };

    private async Task<Choice<NewParty>?> PartyAsync(PartyBody? body, string path, CancellationToken ct)
    {
        if (body is null || IsById(body.Id, body.Name is not null || body.Kind is not null || body.Country is not null, path))
        {
            return body?.Id is { } id ? id : (Choice<NewParty>?)null;
        }

        var party = new NewParty { Kind = Required(body.Kind, path + ".Kind"), Name = TextOf(body.Name), Country = body.Country };
        return await OnceAsync(parties, $"{party.Kind}\n{party.Country}\n{party.Name.ToJson()}", party, async () => IsTooLong(party.Name, Core.Sources.Party.NameMaxLength) ? null : await RecordFinder.HereAsync(db, party, ct));
    }

    private async Task<Choice<NewOutlet>?> OutletAsync(OutletBody? body, string path, CancellationToken ct)
    {
        if (body is null || IsById(body.Id, body.Name is not null || body.Kind is not null || body.Country is not null, path))
        {
            return body?.Id is { } id ? id : (Choice<NewOutlet>?)null;
        }

        var outlet = new NewOutlet { Kind = Required(body.Kind, path + ".Kind"), Name = TextOf(body.Name), Country = body.Country };
        return await OnceAsync(outlets, $"{outlet.Kind}\n{outlet.Country}\n{outlet.Name.ToJson()}", outlet, async () =>
        {
            foreach (var name in IsTooLong(outlet.Name, Core.Sources.Outlet.NameMaxLength) ? LocalizedText.Empty : outlet.Name)
            {
                var near = await db.Outlets.AsNoTracking().Matching(name.Value).Where(o => o.Kind == outlet.Kind).OrderBy(o => o.Id).Take(RecordFinder.MaxOffers).ToListAsync(ct);
                if (near.Find(o => TextFold.Fold(o.Name[name.Key]) == TextFold.Fold(name.Value)) is { } known)
                {
                    return known.Id;
                }
            }

            return null;
        });
    }

    private async Task<Choice<NewSource>?> SourceAsync(SourceBody? body, string path, CancellationToken ct)
    {
        if (body is null || IsById(body.Id, body.Address is not null || body.Kind is not null || body.Title is not null || body.NoAddressReason is not null, path))
        {
            return body?.Id is { } id ? id : (Choice<NewSource>?)null;
        }

        var key = SourceAddress.KeyOf(body.Address);
        if (key is not null && sources.TryGetValue(key, out var described))
        {
            return described;
        }

        if (key is not null && await db.Sources.AsNoTracking().Where(s => s.AddressKey == key).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct) is { } known)
        {
            return sources[key] = known;
        }

        Choice<NewSource> made = new NewSource
        {
            Kind = Required(body.Kind, path + ".Kind"),
            Address = body.Address,
            NoAddressReason = TextOf(body.NoAddressReason),
            Title = TextOf(body.Title),
            TitleSource = body.Title is null ? TitleSource.None : TitleSource.Page,
            Outlet = await OutletAsync(body.Outlet, path + ".Outlet", ct),
            Language = body.Language,
            Author = body.Author,
            PublishedOn = DateOf(body.PublishedOn, path + ".PublishedOn"),
            AccessedOn = body.AccessedOn,
            Level = body.Level,
            Origin = await PartyAsync(body.Origin, path + ".Origin", ct),
            Relays = [.. (await RowsAsync(body.Relays, path + ".Relays", (row, at) => PartyAsync(row, at.TrimEnd('.'), ct))).OfType<Choice<NewParty>>()],
            Says = TextOf(body.Says),
            IsPartial = body.IsPartial,
        };
        if (key is not null)
        {
            sources[key] = made;
        }

        return made;
    }

    private async Task<IReadOnlyList<Choice<NewTopic>>> TopicsAsync(IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var known = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, t => t.Id, ct);
        return await RowsAsync(slugs.Distinct(StringComparer.Ordinal).ToList(), "Topics", (slug, path) =>
        {
            if (!known.TryGetValue(slug, out var id))
            {
                faults.Add(new Fault(path.TrimEnd('.'), FaultCode.UnknownRecord));
            }

            return Task.FromResult<Choice<NewTopic>>(id);
        });
    }

    private FuzzyDate? DateOf(DateBody? date, string path) => date is null ? null
        : new DateFields { From = date.From, To = date.To, Precision = date.Precision, Words = date.Words }.Read((part, code) => faults.Add(new Fault($"{path}.{part}", code ?? FaultCode.NotADate)));

    /// <summary>By id, and then by nothing else.</summary>
    private bool IsById(Guid? id, bool isDescribed, string path)
    {
        if (id is not null && isDescribed)
        {
            faults.Add(new Fault(path + ".Id", FaultCode.Contradictory));
        }

        return id is not null;
    }

    /// <summary>Then nobody is here by that name, and databases refuse to look for one without end; the service says what is wrong with it.</summary>
    private static bool IsTooLong(LocalizedText name, int maxLength) => name.Any(n => n.Value.Length > maxLength);

    private T Required<T>(T? value, string path)
        where T : struct
    {
        if (value is null)
        {
            faults.Add(new Fault(path, FaultCode.Required));
        }

        return value ?? default;
    }

    private static async Task<Choice<T>> OnceAsync<T>(Dictionary<string, Choice<T>> known, string key, T described, Func<Task<Guid?>> find)
        where T : class
    {
        if (!known.TryGetValue(key, out var choice))
        {
            known[key] = choice = await find() is { } id ? id : described;
        }

        return choice;
    }

    private static async Task<IReadOnlyList<TRow>> RowsAsync<TBody, TRow>(IReadOnlyList<TBody>? rows, string path, Func<TBody, string, Task<TRow>> read)
    {
        var made = new List<TRow>();
        for (var i = 0; i < (rows?.Count ?? 0); i++)
        {
            made.Add(await read(rows![i], $"{path}[{i}].")); // counted above
        }

        return made;
    }
}
