using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

/// <summary>
/// What the database holds for each record of a file, under the file's own member names. Written from the stored columns,
/// apart from the exporter, so that the two cannot share an error.
/// </summary>
internal sealed class StoredFields(ClaimDbContext db, CancellationToken ct)
{
    private readonly Dictionary<string, string> fields = [];
    private Dictionary<Guid, string> sourceKeys = [];
    private Dictionary<Guid, string> partyKeys = [];
    private Dictionary<int, string> claimKeys = [];
    private HashSet<string> evidenceKeys = [];
    private string prefix = "";

    /// <summary>Path such as <c>claims/sk-6700-containers-shipped/figures[0].value</c> and value as text.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        var sources = await db.Sources.Include(s => s.Outlet)
            .Include(s => s.Relays.OrderBy(r => r.Order)).Include(s => s.Credits.OrderBy(c => c.Order)).ToListAsync(ct);
        sourceKeys = sources.ToDictionary(s => s.Id, s => s.ExternalKey!);
        evidenceKeys = sources.Where(s => s.Address is not null).Select(s => s.ExternalKey!).ToHashSet();
        partyKeys = await db.Parties.ToDictionaryAsync(p => p.Id, p => p.ExternalKey!, ct);
        claimKeys = await db.Claims.ToDictionaryAsync(c => c.Number, c => c.ExternalKey!, ct);
        await VocabularyAsync();
        await PartiesAsync();
        foreach (var source in sources)
        {
            if (source.Address is null)
            {
                Article(source);
            }
            else
            {
                Evidence(source);
            }
        }

        await ClaimsAsync();
        await LinksAsync();
        await ErrorsAsync();
        return fields;
    }

    private async Task VocabularyAsync()
    {
        var set = await db.DataSets.SingleAsync(ct);
        prefix = "dataset/";
        Add("key", set.Key);
        Pair("name", set.Name);
        Pair("description", set.Description);
        Add("licence", set.Licence);
        Add("asOf", set.AsOf);
        foreach (var unit in await db.Units.ToListAsync(ct))
        {
            prefix = $"units/{unit.Code}/";
            Add("unit", unit.Code);
            Pair("label", unit.Label);
            foreach (var (path, pattern) in unit.Plurals)
            {
                Add($"plurals.{path}", pattern);
            }
        }

        foreach (var measure in await db.Measures.ToListAsync(ct))
        {
            prefix = $"measures/{measure.Code}/";
            Add("key", measure.Code);
            Pair("label", measure.Label);
        }

        foreach (var topic in await db.Topics.ToListAsync(ct))
        {
            prefix = $"topics/{topic.Slug}/";
            Add("slug", topic.ExternalKey);
            Pair("name", topic.Name);
        }
    }

    private async Task PartiesAsync()
    {
        foreach (var party in await db.Parties.Include(p => p.Variants.OrderBy(v => v.Order)).ToListAsync(ct))
        {
            prefix = $"parties/{party.ExternalKey}/";
            Add("key", party.ExternalKey);
            Add("kind", party.Kind);
            Pair("name", party.Name);
            Pair("role", party.Role);
            Add("country", party.Country);
            Add("memberOf", Party(party.MemberOfId));
            Each("variants", party.Variants, (at, v) =>
            {
                Add($"{at}.text", v.Text);
                Add($"{at}.lang", v.Language);
                Add($"{at}.wrong", v.IsWrong);
            });
        }

        foreach (var outlet in await db.Outlets.ToListAsync(ct))
        {
            prefix = $"outlets/{outlet.ExternalKey}/";
            Add("key", outlet.ExternalKey);
            Add("kind", outlet.Kind);
            Pair("name", outlet.Name);
            Add("country", outlet.Country);
        }
    }

    private void Article(Source source)
    {
        prefix = $"articles/{source.ExternalKey}/";
        Add("key", source.ExternalKey);
        Add("file", source.ExternalFile);
        Add("titleGiven", source.TitleSource != TitleSource.None);
        Pair("title", source.Title);
        Add("titleOriginal", source.Language == "ar" ? null : source.Title[source.Language!]);
        Add("outlet", source.Outlet?.ExternalKey);
        Add("language", source.Language);
        Published(source.PublishedOn);
        Add("originalArticle", source.OriginalId is { } original ? sourceKeys[original] : null);
        Add("machineTranslated", source.MachineTranslated);
        Note("translationNote", source.TranslationNote);
        Each("qualityNotes", source.QualityNotes, (at, note) => Add(at, note["en"]));
        Each("qualityNotesAr", source.QualityNotes, (at, note) => Add(at, note["ar"]));
        Each("creditedAgencies", source.Credits, (at, credit) => Add(at, Party(credit.PartyId)));
        Add("paragraphs", source.Layout?.Paragraphs);
        Each("boilerplateParagraphs", source.Layout?.Furniture ?? [], (at, n) => Add(at, n));
        Each("headingParagraphs", source.Layout?.Headings ?? [], (at, n) => Add(at, n));
    }

    private void Evidence(Source source)
    {
        prefix = $"evidence/{source.ExternalKey}/";
        var original = source.OriginalId is { } id ? sourceKeys[id] : null;
        Add("key", source.ExternalKey);
        Add("ref", source.ExternalReference);
        Add("url", source.Address);
        Add("outlet", source.Outlet?.ExternalKey);
        Add("title", source.Title[source.Language!]);
        Add("titleEn", source.Title["en"]);
        Add("titleSource", source.TitleSource);
        Add("language", source.Language);
        Published(source.PublishedOn);
        Pair("says", source.Says);
        Add("level", source.Level);
        Add("origin", Party(source.OriginPartyId));
        Each("relays", source.Relays, (at, relay) => Add(at, Party(relay.PartyId)));
        Add("partial", source.IsPartial);
        Add("mirrorOf", original is not null && evidenceKeys.Contains(original) ? original : null);
        Add("article", original is not null && !evidenceKeys.Contains(original) ? original : null);
    }

    private async Task ClaimsAsync()
    {
        var verdicts = await db.Verdicts.Include(v => v.Rating).ToDictionaryAsync(v => v.ClaimNumber, ct);
        foreach (var key in claimKeys.Values)
        {
            var claim = await SeedDatabase.ClaimAsync(db, key);
            prefix = $"claims/{key}/";
            Facts(claim);
            Parts(claim);
            Verdict(claim, verdicts[claim.Number]);
        }
    }

    private void Facts(Claim claim)
    {
        Add("key", claim.ExternalKey);
        Add("ref", claim.ExternalReference);
        Add("kind", claim.Kind);
        Add("rated", claim.Aspect);
        Pair("statement", claim.Statement);
        Pair("summary", claim.Summary);
        Add("asPublished", claim.AsPublished);
        Pair("hedge", claim.Hedge);
        Date("assertedOn", claim.AssertedOn);
        Date("eventOn", claim.EventOn);
        Add("place.country", claim.PlaceCountry);
        Pair("place.name", claim.PlaceName);
        Each("flags", claim.Flags, Add);
        Each("topics", claim.Topics, (at, t) => Add(at, t.Topic!.Slug));
    }

    private void Parts(Claim claim)
    {
        Each("claimants", claim.Claimants, (at, c) =>
        {
            Add($"{at}.party", c.Party!.ExternalKey);
            Pair($"{at}.role", c.Role);
        });
        Each("attribution", claim.Attribution, (at, s) =>
        {
            Add($"{at}.party", s.Party!.ExternalKey);
            Add($"{at}.verb", s.Verb);
            Note($"{at}.note", s.Note);
            Each($"{at}.articles", [.. s.Scopes.OrderBy(x => x.Id)], (place, x) => Add(place, x.Source!.ExternalKey));
        });
        Each("figures", claim.Figures, (at, f) =>
        {
            Add($"{at}.value", f.Value);
            Add($"{at}.min", f.Min);
            Add($"{at}.max", f.Max);
            Add($"{at}.unit", f.Unit!.Code);
            Add($"{at}.modifier", f.Modifier);
            Add($"{at}.measures", f.Measure!.Code);
            Add($"{at}.capacity", f.IsCapacity);
            Date($"{at}.period", f.Period);
            Add($"{at}.alternativeGroup", f.AlternativeGroup);
            Pair($"{at}.note", f.Note);
        });
        Each("appearances", claim.Appearances, (at, a) =>
        {
            Add($"{at}.article", a.Source!.ExternalKey);
            Add($"{at}.paragraphFrom", a.ParagraphFrom);
            Add($"{at}.paragraphTo", a.ParagraphTo);
            Add($"{at}.strength", a.Strength);
            Pair($"{at}.wordingNote", a.WordingNote);
            Add($"{at}.quote", a.Quote);
        });
        Each("evidence", claim.Evidence, (at, e) =>
        {
            Add($"{at}.evidence", e.Source!.ExternalKey);
            Add($"{at}.stance", e.Stance);
            Pair($"{at}.note", e.Note);
        });
    }

    private void Verdict(Claim claim, Verdict verdict)
    {
        Pair("headline", verdict.Headline);
        Add("verdict.rating", Word(claim, verdict));
        Pair("verdict.rationale", verdict.Explanation);
        Add("verdict.confidence", verdict.Confidence);
    }

    /// <summary>The mapping of the issue, written out a second time.</summary>
    private static string Word(Claim claim, Verdict verdict) => (claim.Aspect, verdict.Rating?.Code, claim.PublicState) switch
    {
        (_, null, PublicState.Listed) => "not-yet-checked",
        (RatedAspect.Content, "True", PublicState.Imported) => "supported",
        (RatedAspect.Content, "MostlyTrue", PublicState.Imported) => "mostly-supported",
        (RatedAspect.Content, "Disputed", PublicState.Imported) when claim.IsContested => "disputed",
        (RatedAspect.Content, "Misleading", PublicState.Imported) => "misleading",
        (RatedAspect.Content, "NotCheckable", PublicState.Imported) => "not-checkable",
        (RatedAspect.Content, "False", PublicState.Imported) => "refuted",
        (RatedAspect.Content, "Unproven", PublicState.Imported) => "unverifiable",
        (RatedAspect.Saying, { } code, PublicState.Imported) => Glossary.Code(Enum.Parse<SayingCode>(code)),
        var other => $"not in the mapping: {other}",
    };

    private enum SayingCode
    {
        Said,
        SaidDifferently,
        Misattributed,
        NotSaid,
        Unproven,
    }

    private async Task LinksAsync()
    {
        foreach (var link in await db.ClaimLinks.ToListAsync(ct))
        {
            var kind = link.Kind is LinkKind.Repeats ? "same-as" : Glossary.Code(link.Kind);
            prefix = $"relations/{claimKeys[link.ClaimNumber]} {kind} {claimKeys[link.ToNumber]}/";
            Add("from", claimKeys[link.ClaimNumber]);
            Add("kind", kind);
            Add("to", claimKeys[link.ToNumber]);
            Pair("note", link.Note);
        }
    }

    private async Task ErrorsAsync()
    {
        foreach (var error in await db.ArticleErrors.Include(e => e.Source).Include(e => e.Claims.OrderBy(c => c.Order)).ToListAsync(ct))
        {
            prefix = $"article-errors/{error.ExternalKey}/";
            Add("key", error.ExternalKey);
            Add("article", error.Source!.ExternalKey);
            Add("paragraph", error.Paragraph);
            Each("paragraphs", error.Paragraphs, (at, n) => Add(at, n));
            Add("kind", error.Kind);
            Pair("what", error.Published);
            Pair("intended", error.Intended);
            Each("basis", error.Basis, Add);
            Add("harm", error.Harm);
            Each("claims", error.Claims, (at, c) => Add(at, claimKeys[c.ClaimNumber]));
        }
    }

    private string? Party(Guid? id) => id is { } known ? partyKeys[known] : null;

    private void Published(FuzzyDate? date)
    {
        Ends("publishedOn", date);
        Note("publishedOn.note", date?.Note ?? LocalizedText.Empty);
    }

    private void Date(string member, FuzzyDate? date)
    {
        Ends(member, date);
        Add($"{member}.wordsAr", date?.Words);
        Add($"{member}.rule", date?.Rule);
        Pair($"{member}.note", date?.Note ?? LocalizedText.Empty);
    }

    private void Ends(string member, FuzzyDate? date)
    {
        Add($"{member}.from", date?.From);
        Add($"{member}.to", date?.To);
        Add($"{member}.precision", date?.Precision);
    }

    private void Pair(string member, LocalizedText text)
    {
        Add(member + "En", text["en"]);
        Add(member + "Ar", text["ar"]);
    }

    /// <summary>The English stands under the bare name.</summary>
    private void Note(string member, LocalizedText text)
    {
        Add(member, text["en"]);
        Add(member + "Ar", text["ar"]);
    }

    private static void Each<T>(string member, IReadOnlyList<T> items, Action<string, T> add)
    {
        for (var i = 0; i < items.Count; i++)
        {
            add($"{member}[{i}]", items[i]);
        }
    }

    private void Add(string member, object? value)
    {
        if (value is not null)
        {
            fields.Add(prefix + member, value switch
            {
                bool yes => yes ? "true" : "false",
                Enum code => Glossary.Code(code),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => (string)value,
            });
        }
    }
}
