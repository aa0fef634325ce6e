using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Bulk.Reviews;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>Makes of a row's cells what the form for one record would have sent, and judges it by the form's own rules.</summary>
internal sealed class BulkInputReader(BulkKind kind, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> constants, Guid? dataSetId)
{
    private const string DefaultLanguage = "ar";

    private static readonly char[] ListSigns = [';', '؛', '|', '\n'];

    public BulkInput Read(IReadOnlyList<string> row)
    {
        var cells = new BulkCells(columns, row, constants);
        var input = kind switch
        {
            BulkKind.Claims => Claim(cells),
            BulkKind.Archive => Archived(cells, Claim(cells)),
            BulkKind.Reviews => Reviewed(cells, Claim(cells)),
            BulkKind.Sources => WithSource(cells, Blank(cells)),
            BulkKind.Appearances => WithSource(cells, Blank(cells) with { Appearance = Appearance(cells) }),
            _ => WithSource(cells, Blank(cells) with { Evidence = Evidence(cells) }),
        };
        if (kind is BulkKind.Appearances or BulkKind.Evidence && input.ClaimReference is null)
        {
            cells.Fault(BulkFields.Claim, FaultCode.Required);
        }

        if (input.Key is { Length: > Data.Limits.ExternalKey })
        {
            cells.Fault(BulkFields.Key, FaultCode.TooLong, Data.Limits.ExternalKey);
        }

        foreach (var fault in FaultsOf(input))
        {
            cells.Fault(BulkPaths.FieldOf(kind, fault.Path), fault.Code, fault.Limit);
        }

        return input with { Faults = [.. cells.Faults.Distinct()] };
    }

    private BulkInput Blank(BulkCells cells) => new()
    {
        Faults = [],
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\u001F{dataSetId}\u001F{cells.Whole}")))[..BulkRow.FingerprintLength],
        Key = cells[BulkFields.Key],
        ClaimReference = cells[BulkFields.Claim],
        SourceKey = cells[BulkFields.SourceKey] ?? (kind is BulkKind.Sources ? cells[BulkFields.Key] : null),
    };

    /// <summary>What can be said without looking anything up. A source that is only named by its key is judged where it is found.</summary>
    private IReadOnlyList<Fault> FaultsOf(BulkInput input) => kind switch
    {
        BulkKind.Claims when input.Claim is { } claim => ClaimRules.FaultsOf(claim),
        // What an old check was about is often gone: only its own page has to be there.
        // The page of a review is said to be missing where it is asked for.
        BulkKind.Archive or BulkKind.Reviews when input.Claim is { } claim => [.. ClaimRules.FaultsOf(claim).Where(f => f.Code is not FaultCode.NeedsAppearanceOrEvidence)],
        BulkKind.Sources when input.Source is { } source => SourceRules.FaultsOf(source),
        BulkKind.Sources => [new Fault(nameof(NewSource.Address), FaultCode.Required)],
        _ =>
        [
            .. input.Source is { } source ? SourceRules.FaultsOf(source) : [],
            .. input.Appearance is { } appearance ? RowFaults(new AppearanceRowValidator().Faults(appearance with { Source = Guid.Empty })) : [],
            .. input.Evidence is { } evidence ? RowFaults(new EvidenceRowValidator().Faults(evidence with { Source = Guid.Empty })) : [],
            .. input is { Source: null, SourceKey: null } ? new[] { new Fault(nameof(NewSource.Address), FaultCode.Required) } : [],
        ],
    };

    private static IReadOnlyList<Fault> RowFaults(IReadOnlyList<Fault>? faults) => faults ?? [];

    private BulkInput Claim(BulkCells cells)
    {
        var language = cells.Listed(BulkFields.Language, Glossary.Languages) ?? GuessLanguage(cells);
        var input = WithSource(cells, Blank(cells));
        var names = cells[BulkFields.Claimant] is not { } name ? [] : kind is BulkKind.Reviews ? Split(name, ReviewEntry.ClaimantSign) : [name];
        var claimantKind = names.Count == 0 ? default : cells.Code(BulkFields.ClaimantKind, Glossary.PartyKinds, PartyKind.Person);
        var claimants = names.Select(n => new NewParty { Kind = claimantKind, Name = LocalizedText.Of((LanguageOf(n, language), n)) }).ToList();
        var role = cells[BulkFields.ClaimantRole];
        return input with
        {
            Claimants = claimants,
            TopicNames = Split(cells[BulkFields.Topics]),
            FigureTexts = Split(cells[BulkFields.Figures]),
            Appearance = Appearance(cells),
            Claim = new NewClaim
            {
                Statement = Both(cells[BulkFields.StatementAr], cells[BulkFields.StatementEn], cells[BulkFields.Statement], language),
                Summary = LocalizedText.Of(("ar", cells[BulkFields.SummaryAr]), ("en", cells[BulkFields.SummaryEn])),
                OriginalLanguage = language,
                Kind = cells.Code(BulkFields.ClaimKindCode, Glossary.ClaimKinds, ClaimKind.Event),
                Aspect = cells.Code(BulkFields.Aspect, Glossary.RatedAspects, RatedAspect.Content),
                AssertedOn = cells.Date(BulkFields.AssertedOn),
                EventOn = cells.Date(BulkFields.EventOn),
                PlaceCountry = cells.Listed(BulkFields.Country, Glossary.Countries),
                PlaceName = OneLanguage(cells[BulkFields.Place], language),
                SelectionReason = OneLanguage(cells[BulkFields.Reason], language),
                Claimants = claimants.ConvertAll(c => new ClaimantRow { Party = c, Role = role is null ? null : TextEdit.Of((LanguageOf(role, language), role)) }),
                // A source named by its key alone stands in for itself until it is found.
                Appearances = input.Source is null && input.SourceKey is null ? [] : [Appearance(cells) with { Source = input.Source is { } source ? source : Guid.Empty }],
            },
        };
    }

    /// <summary>The claim with the check that was published of it.</summary>
    private static BulkInput Archived(BulkCells cells, BulkInput input)
    {
        var claim = input.Claim ?? throw new InvalidOperationException("Read before: a row of the archive brings a claim.");
        var headline = Both(cells[BulkFields.HeadlineAr], cells[BulkFields.HeadlineEn], cells[BulkFields.Headline], claim.OriginalLanguage);
        var explanation = Both(cells[BulkFields.ExplanationAr], cells[BulkFields.ExplanationEn], cells[BulkFields.Explanation], claim.OriginalLanguage);
        if (claim.Appearances.Count == 0 && (cells[BulkFields.OutletName] ?? cells[BulkFields.Quote]) is not null)
        {
            cells.Fault(BulkFields.Address, FaultCode.NeedsAppearanceOrEvidence);
        }

        return input with
        {
            Archive = ArchiveInput.Read(cells, headline, explanation, claim.Statement),
            Claim = claim.SelectionReason.IsEmpty ? claim with { SelectionReason = BulkArchiveMaker.SelectionReason } : claim,
        };
    }

    /// <summary>The claim with the check that another publisher made of it, whose page is where it is known from.</summary>
    private static BulkInput Reviewed(BulkCells cells, BulkInput input)
    {
        var claim = input.Claim ?? throw new InvalidOperationException("Read before: a row of others' checks brings a claim.");
        var source = input.Source is { } page ? page with { Level = SourceLevel.Secondary } : null;
        return input with
        {
            Source = source,
            Review = ReviewInput.Read(cells, claim.Statement),
            Claim = claim with
            {
                Appearances = [],
                Evidence = source is null ? [] : [new EvidenceRow { Stance = Stance.Context, Source = source }],
                SelectionReason = BulkReviewMaker.SelectionReason,
            },
        };
    }

    private BulkInput WithSource(BulkCells cells, BulkInput input)
    {
        var language = cells.Listed(BulkFields.SourceLanguage, Glossary.Languages) ?? cells.Listed(BulkFields.Language, Glossary.Languages);
        var outletName = cells[BulkFields.OutletName];
        var outlet = outletName is null ? null : new NewOutlet { Kind = OutletKind.NewsSite, Name = OneLanguage(outletName, language) };
        var title = Both(cells[BulkFields.TitleAr], cells[BulkFields.TitleEn], cells[BulkFields.Title], language);
        if (cells[BulkFields.Address] is null && title.IsEmpty && cells[BulkFields.NoAddress] is null)
        {
            return input;
        }

        var source = new NewSource
        {
            Kind = cells.Code(BulkFields.SourceKindCode, null, SourceKind.Article),
            Address = cells[BulkFields.Address],
            NoAddressReason = cells[BulkFields.Address] is null ? OneLanguage(cells[BulkFields.NoAddress], language) : LocalizedText.Empty,
            Outlet = outlet is { } published ? (Choice<NewOutlet>)published : null,
            Title = title,
            TitleSource = title.IsEmpty ? TitleSource.None : TitleSource.Page,
            Language = language ?? title.Languages.FirstOrDefault(),
            Author = cells[BulkFields.Author],
            PublishedOn = cells.Date(BulkFields.PublishedOn),
            AccessedOn = cells.Day(BulkFields.AccessedOn),
            Level = cells[BulkFields.Level] is null ? null : cells.Code(BulkFields.Level, Glossary.EvidenceLevels, SourceLevel.Secondary),
            Says = OneLanguage(cells[BulkFields.Says], language),
            ArchiveLinks = cells[BulkFields.Archive] is { } archive ? [new ArchiveLink(archive, null)] : [],
        };
        return input with { Source = source, Outlet = outlet };
    }

    private static AppearanceRow Appearance(BulkCells cells)
    {
        var paragraph = cells.Number(BulkFields.Paragraph);
        var wording = cells[BulkFields.Wording];
        return new AppearanceRow
        {
            ParagraphFrom = paragraph,
            ParagraphTo = paragraph,
            Timecode = cells[BulkFields.Timecode],
            Quote = cells[BulkFields.Quote],
            Strength = cells.Code(BulkFields.Strength, Glossary.Strengths, AppearanceStrength.Reported),
            WordingNote = wording is null ? null : TextEdit.Of((LanguageOf(wording, null), wording)),
            IsFirst = false,
        };
    }

    private static EvidenceRow Evidence(BulkCells cells)
    {
        if (cells[BulkFields.StanceCode] is null)
        {
            cells.Fault(BulkFields.StanceCode, FaultCode.Required);
        }

        var note = cells[BulkFields.Note];
        return new EvidenceRow
        {
            Stance = cells.Code(BulkFields.StanceCode, Glossary.Stances, Stance.Context),
            Quote = cells[BulkFields.Quote],
            Locator = cells[BulkFields.Locator],
            Note = note is null ? null : TextEdit.Of((LanguageOf(note, null), note)),
            SourceGrade = cells[BulkFields.SourceGrade]?.ToUpperInvariant(),
            InformationGrade = cells.Number(BulkFields.InformationGrade),
        };
    }

    private static string GuessLanguage(BulkCells cells) =>
        cells[BulkFields.Statement] is { } statement ? LanguageOf(statement, null)
        : cells[BulkFields.StatementAr] is null && cells[BulkFields.StatementEn] is not null ? "en"
        : DefaultLanguage;

    /// <summary>The language that a text is put down under: the given one if the letters fit, else by its letters.</summary>
    private static string LanguageOf(string text, string? language) =>
        language is not null && TextRules.HasScriptOf(language, text) ? language
        : TextRules.HasScriptOf("ar", text) ? "ar"
        : "en";

    private static LocalizedText OneLanguage(string? text, string? language) =>
        text is null ? LocalizedText.Empty : LocalizedText.Of((LanguageOf(text, language), text));

    private static LocalizedText Both(string? arabic, string? english, string? either, string? language)
    {
        var text = LocalizedText.Of(("ar", arabic), ("en", english));
        var own = either is null ? null : LanguageOf(either, language);
        return own is null || text.Has(own) ? text : text.With(own, either);
    }

    private static IReadOnlyList<string> Split(string? list) => list is null ? [] : Split(list, ListSigns);

    private static IReadOnlyList<string> Split(string list, params char[] signs) =>
        [.. list.Split(signs, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}

/// <summary>Which field of a row a fault of the form's rules is about.</summary>
internal static class BulkPaths
{
    private static readonly (string Part, string Field)[] Parts =
    [
        ("Outlet", BulkFields.OutletName),
        ("ArchiveLinks", BulkFields.Archive),
        ("NoAddressReason", BulkFields.NoAddress),
        ("Address", BulkFields.Address),
        ("PublishedOn", BulkFields.PublishedOn),
        ("AccessedOn", BulkFields.AccessedOn),
        ("Author", BulkFields.Author),
        ("Title", BulkFields.Title),
        ("Level", BulkFields.Level),
        ("Says", BulkFields.Says),
        ("Quote", BulkFields.Quote),
        ("Paragraph", BulkFields.Paragraph),
        ("Timecode", BulkFields.Timecode),
        ("Strength", BulkFields.Strength),
        ("WordingNote", BulkFields.Wording),
        ("Stance", BulkFields.StanceCode),
        ("Locator", BulkFields.Locator),
        ("SourceGrade", BulkFields.SourceGrade),
        ("InformationGrade", BulkFields.InformationGrade),
        ("Note", BulkFields.Note),
        ("Role", BulkFields.ClaimantRole),
        ("Claimants", BulkFields.Claimant),
        ("Statement", BulkFields.Statement),
        ("OriginalLanguage", BulkFields.Language),
        ("AssertedOn", BulkFields.AssertedOn),
        ("EventOn", BulkFields.EventOn),
        ("PlaceCountry", BulkFields.Country),
        ("PlaceName", BulkFields.Place),
        ("Topics", BulkFields.Topics),
        ("SelectionReason", BulkFields.Reason),
        ("Language", BulkFields.SourceLanguage),
        ("Kind", BulkFields.SourceKindCode),
    ];

    public static string FieldOf(BulkKind kind, string path)
    {
        if (kind is BulkKind.Claims or BulkKind.Archive or BulkKind.Reviews && path is "Kind" or "Aspect")
        {
            return path == "Kind" ? BulkFields.ClaimKindCode : BulkFields.Aspect;
        }

        if (path.StartsWith("Summary", StringComparison.Ordinal))
        {
            return path.EndsWith(".en", StringComparison.Ordinal) ? BulkFields.SummaryEn : BulkFields.SummaryAr;
        }

        // An appearance that is missing altogether is a source that is missing.
        return path is "Appearances" or "Evidence" or "Source" ? BulkFields.Address : Parts.FirstOrDefault(p => path.Contains(p.Part, StringComparison.Ordinal)).Field ?? "";
    }
}
