using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Everything that would keep a data set from being stored as it is: keys that are missing or double, unknown codes, texts too
/// long, dates that do not fit together, records pointing nowhere. Pure; asked before anything is written.
/// </summary>
internal sealed class SeedCheck
{
    private readonly SeedData data;
    private readonly List<ImportFault> faults = [];
    private readonly Dictionary<string, HashSet<string>> keys;

    private SeedCheck(SeedData data)
    {
        this.data = data;
        keys = new()
        {
            [SeedFormat.Units] = Distinct(SeedFormat.Units, data.Units.Select(u => u.Unit)),
            [SeedFormat.MeasuresList] = Distinct(SeedFormat.Lists, data.Measures.Select(m => m.Key)),
            [SeedFormat.Outlets] = Distinct(SeedFormat.Outlets, data.Outlets.Select(o => o.Key)),
            [SeedFormat.Topics] = Distinct(SeedFormat.Topics, data.Topics.Select(t => t.Slug)),
            [SeedFormat.Parties] = Distinct(SeedFormat.Parties, data.Parties.Select(p => p.Key)),
            [SeedFormat.Articles] = Distinct(SeedFormat.Articles, data.Articles.Select(a => a.Key)),
            [SeedFormat.Evidence] = Distinct(SeedFormat.Evidence, data.Evidence.Select(e => e.Key)),
            [SeedFormat.Claims] = Distinct(SeedFormat.Claims, data.Claims.Select(c => c.Key)),
        };
        _ = Distinct(SeedFormat.ArticleErrors, data.ArticleErrors.Select(e => e.Key));
    }

    public static IReadOnlyList<ImportFault> FaultsOf(SeedData data)
    {
        var check = new SeedCheck(data);
        check.CheckDataSet();
        check.CheckVocabulary();
        check.CheckParties();
        check.CheckArticles();
        check.CheckEvidence();
        foreach (var claim in data.Claims)
        {
            check.CheckClaim(claim);
        }

        check.CheckRelations();
        check.CheckArticleErrors();
        return check.faults;
    }

    private void CheckDataSet()
    {
        Length(SeedFormat.DataSet, "", "key", data.DataSet.Key, DataSet.KeyMaxLength);
        AnyOf(SeedFormat.DataSet, "", "name", data.DataSet.NameEn, data.DataSet.NameAr);
    }

    private void CheckVocabulary()
    {
        foreach (var unit in data.Units)
        {
            Lengths(SeedFormat.Units, unit.Unit, Unit.LabelMaxLength, ("labelEn", unit.LabelEn), ("labelAr", unit.LabelAr));
        }

        foreach (var measure in data.Measures)
        {
            Lengths(SeedFormat.Lists, measure.Key, Measure.LabelMaxLength, ("labelEn", measure.LabelEn), ("labelAr", measure.LabelAr));
        }

        foreach (var topic in data.Topics)
        {
            AnyOf(SeedFormat.Topics, topic.Slug, "name", topic.NameEn, topic.NameAr);
            Lengths(SeedFormat.Topics, topic.Slug, Topic.NameMaxLength, ("nameEn", topic.NameEn), ("nameAr", topic.NameAr));
        }

        foreach (var outlet in data.Outlets)
        {
            AnyOf(SeedFormat.Outlets, outlet.Key, "name", outlet.NameEn, outlet.NameAr);
            Lengths(SeedFormat.Outlets, outlet.Key, Outlet.NameMaxLength, ("nameEn", outlet.NameEn), ("nameAr", outlet.NameAr));
            Country(SeedFormat.Outlets, outlet.Key, outlet.Country);
        }
    }

    private void CheckParties()
    {
        var before = new HashSet<string>();
        foreach (var party in data.Parties)
        {
            AnyOf(SeedFormat.Parties, party.Key, "name", party.NameEn, party.NameAr);
            Lengths(SeedFormat.Parties, party.Key, Party.NameMaxLength, ("nameEn", party.NameEn), ("nameAr", party.NameAr));
            Lengths(SeedFormat.Parties, party.Key, Party.RoleMaxLength, ("roleEn", party.RoleEn), ("roleAr", party.RoleAr));
            Country(SeedFormat.Parties, party.Key, party.Country);
            Before(SeedFormat.Parties, party.Key, "memberOf", before, party.MemberOf);
            foreach (var variant in party.Variants)
            {
                Length(SeedFormat.Parties, party.Key, "variants", variant.Text, Party.VariantMaxLength);
                Length(SeedFormat.Parties, party.Key, "variants.lang", variant.Lang, Limits.Language);
            }

            before.Add(party.Key);
        }
    }

    private void CheckArticles()
    {
        const string File = SeedFormat.Articles;
        var before = new HashSet<string>();
        foreach (var article in data.Articles)
        {
            Lengths(File, article.Key, Source.TitleMaxLength, ("titleAr", article.TitleAr), ("titleEn", article.TitleEn));
            Lengths(File, article.Key, Source.TitleMaxLength, ("titleOriginal", article.TitleOriginal));
            Length(File, article.Key, "language", article.Language, Limits.Language);
            Unless(
                article.Language != SeedText.Arabic || article.TitleOriginal is null,
                File,
                article.Key,
                "titleOriginal: in an Arabic article it is titleAr.");
            Unless(
                article.Language != SeedText.English || article.TitleOriginal == article.TitleEn,
                File,
                article.Key,
                "titleOriginal: in an English article it is titleEn.");
            Reference(File, article.Key, SeedFormat.Outlets, article.Outlet);
            Before(File, article.Key, "originalArticle", before, article.OriginalArticle);
            References(File, article.Key, SeedFormat.Parties, article.CreditedAgencies);
            Date(File, article.Key, SeedText.ToDate(article.PublishedOn));
            Lengths(File, article.Key, Source.NoteMaxLength, ("translationNote", article.TranslationNote), ("translationNoteAr", article.TranslationNoteAr));
            Unless(article.QualityNotes.Count == article.QualityNotesAr.Count, File, article.Key, "qualityNotesAr: not as many as qualityNotes.");
            var marked = article.HeadingParagraphs.Count + article.BoilerplateParagraphs.Count;
            Unless(article.Paragraphs is not null || marked == 0, File, article.Key, "paragraphs: missing.");
            before.Add(article.Key);
        }
    }

    private void CheckEvidence()
    {
        const string File = SeedFormat.Evidence;
        foreach (var page in data.Evidence)
        {
            Unless(SourceAddress.IsValid(page.Url), File, page.Key, "url: not a web address.");
            Unless(!keys[SeedFormat.Articles].Contains(page.Key), File, page.Key, "key: an article has it too.");
            Lengths(File, page.Key, Source.TitleMaxLength, ("title", page.Title), ("titleEn", page.TitleEn));
            Length(File, page.Key, "language", page.Language, Limits.Language);
            Unless(page.Language != SeedText.English || page.Title == page.TitleEn, File, page.Key, "title: the title of an English page is titleEn.");
            Reference(File, page.Key, SeedFormat.Outlets, page.Outlet);
            Reference(File, page.Key, SeedFormat.Parties, page.Origin);
            References(File, page.Key, SeedFormat.Parties, page.Relays);
            Reference(File, page.Key, SeedFormat.Evidence, page.MirrorOf);
            Reference(File, page.Key, SeedFormat.Articles, page.Article);
            Unless(page.MirrorOf is null || page.Article is null, File, page.Key, "article: a page with mirrorOf has none.");
            Unless(page.MirrorOf != page.Key, File, page.Key, "mirrorOf: names itself.");
            Date(File, page.Key, SeedText.ToDate(page.PublishedOn));
            Lengths(File, page.Key, Source.SaysMaxLength, ("saysEn", page.SaysEn), ("saysAr", page.SaysAr));
        }

        foreach (var group in data.Evidence.GroupBy(e => SourceAddress.KeyOf(e.Url)).Where(g => g.Key is not null && g.Count() > 1))
        {
            Fault(File, string.Join(", ", group.Select(e => e.Key)), "url: the same page.");
        }
    }

    private void CheckClaim(SeedClaim claim)
    {
        const string File = SeedFormat.Claims;
        AnyOf(File, claim.Key, "statement", claim.StatementEn, claim.StatementAr);
        Lengths(File, claim.Key, Claim.StatementMaxLength, ("statementEn", claim.StatementEn), ("statementAr", claim.StatementAr));
        Lengths(File, claim.Key, Claim.SummaryMaxLength, ("summaryEn", claim.SummaryEn), ("summaryAr", claim.SummaryAr));
        Lengths(File, claim.Key, Verdict.HeadlineMaxLength, ("headlineEn", claim.HeadlineEn), ("headlineAr", claim.HeadlineAr));
        Lengths(File, claim.Key, Claim.HedgeMaxLength, ("hedgeEn", claim.HedgeEn), ("hedgeAr", claim.HedgeAr));
        Unless(claim.Appearances.Count + claim.Evidence.Count > 0, File, claim.Key, "appearances: neither an appearance nor evidence carries it.");
        Date(File, claim.Key, SeedText.ToDate(claim.AssertedOn));
        Date(File, claim.Key, SeedText.ToDate(claim.EventOn));
        Code(File, claim.Key, Glossary.DateRules, claim.AssertedOn?.Rule);
        Code(File, claim.Key, Glossary.DateRules, claim.EventOn?.Rule);
        Country(File, claim.Key, claim.Place?.Country);
        Lengths(File, claim.Key, Claim.PlaceMaxLength, ("place.nameEn", claim.Place?.NameEn), ("place.nameAr", claim.Place?.NameAr));
        References(File, claim.Key, SeedFormat.Parties, [.. claim.Claimants.Select(c => c.Party)]);
        References(File, claim.Key, SeedFormat.Topics, claim.Topics);
        foreach (var flag in claim.Flags)
        {
            Code(File, claim.Key, Glossary.Flags, flag);
        }

        CheckParts(claim);
        CheckVerdict(claim);
    }

    private void CheckParts(SeedClaim claim)
    {
        const string File = SeedFormat.Claims;
        foreach (var claimant in claim.Claimants)
        {
            Lengths(File, claim.Key, Claimant.RoleMaxLength, ("roleEn", claimant.RoleEn), ("roleAr", claimant.RoleAr));
        }

        foreach (var step in claim.Attribution)
        {
            Reference(File, claim.Key, SeedFormat.Parties, step.Party);
            Code(File, claim.Key, Glossary.Verbs, step.Verb);
            Lengths(File, claim.Key, AttributionStep.NoteMaxLength, ("note", step.Note), ("noteAr", step.NoteAr));
            References(File, claim.Key, SeedFormat.Articles, step.Articles);
        }

        foreach (var figure in claim.Figures)
        {
            Reference(File, claim.Key, SeedFormat.Units, figure.Unit);
            Reference(File, claim.Key, SeedFormat.MeasuresList, figure.Measures);
            Unless(!(figure.Min > figure.Max), File, claim.Key, "figures: min is above max.");
            Lengths(File, claim.Key, Figure.AlternativeGroupMaxLength, ("alternativeGroup", figure.AlternativeGroup));
            Date(File, claim.Key, SeedText.ToDate(figure.Period));
            Lengths(File, claim.Key, Figure.NoteMaxLength, ("noteEn", figure.NoteEn), ("noteAr", figure.NoteAr));
        }

        foreach (var place in claim.Appearances)
        {
            Reference(File, claim.Key, SeedFormat.Articles, place.Article);
            var isInOrder = place.ParagraphFrom is not < 1 && !(place.ParagraphFrom > place.ParagraphTo);
            Unless(isInOrder, File, claim.Key, "appearances: paragraphs count from 1 upwards.");
            Lengths(File, claim.Key, Appearance.WordingNoteMaxLength, ("wordingNoteEn", place.WordingNoteEn), ("wordingNoteAr", place.WordingNoteAr));
            Lengths(File, claim.Key, Appearance.QuoteMaxLength, ("quote", place.Quote));
        }

        foreach (var link in claim.Evidence)
        {
            Reference(File, claim.Key, SeedFormat.Evidence, link.Evidence);
            Lengths(File, claim.Key, Evidence.NoteMaxLength, ("noteEn", link.NoteEn), ("noteAr", link.NoteAr));
        }

        Unless(claim.Evidence.DistinctBy(e => (e.Evidence, e.Stance)).Count() == claim.Evidence.Count, File, claim.Key, "evidence: the same page twice.");
    }

    private void CheckVerdict(SeedClaim claim)
    {
        const string File = SeedFormat.Claims;
        var rating = claim.Verdict.Rating;
        var isUnchecked = rating == SeedCodes.NotYetChecked;
        var isKnown = isUnchecked || SeedCodes.RatingOf(claim.Rated, rating) is not null;
        Unless(isKnown, File, claim.Key, $"verdict.rating: “{rating}” is not a rating of this scale.");
        var max = isUnchecked ? Claim.HoldingNoteMaxLength : Verdict.ExplanationMaxLength;
        Lengths(File, claim.Key, max, ("verdict.rationaleEn", claim.Verdict.RationaleEn), ("verdict.rationaleAr", claim.Verdict.RationaleAr));
    }

    private void CheckRelations()
    {
        foreach (var link in data.Relations)
        {
            var name = $"{link.From} {link.Kind} {link.To}";
            Reference(SeedFormat.Relations, name, SeedFormat.Claims, link.From);
            Reference(SeedFormat.Relations, name, SeedFormat.Claims, link.To);
            Unless(link.From != link.To, SeedFormat.Relations, name, "to: the same claim.");
            Unless(SeedCodes.LinkKindOf(link.Kind) is not null, SeedFormat.Relations, name, "kind: unknown.");
            Lengths(SeedFormat.Relations, name, ClaimLink.NoteMaxLength, ("noteEn", link.NoteEn), ("noteAr", link.NoteAr));
        }

        _ = Distinct(SeedFormat.Relations, data.Relations.Select(r => $"{r.From} {r.Kind} {r.To}"));
    }

    private void CheckArticleErrors()
    {
        const string File = SeedFormat.ArticleErrors;
        foreach (var error in data.ArticleErrors)
        {
            Reference(File, error.Key, SeedFormat.Articles, error.Article);
            Code(File, error.Key, Glossary.ErrorKinds, error.Kind);
            foreach (var basis in error.Basis)
            {
                Code(File, error.Key, Glossary.Basis, basis);
            }

            References(File, error.Key, SeedFormat.Claims, error.Claims);
            Lengths(File, error.Key, ArticleError.TextMaxLength, ("whatEn", error.WhatEn), ("whatAr", error.WhatAr));
            Lengths(File, error.Key, ArticleError.TextMaxLength, ("intendedEn", error.IntendedEn), ("intendedAr", error.IntendedAr));
        }
    }

    private HashSet<string> Distinct(string file, IEnumerable<string> values)
    {
        var seen = new HashSet<string>();
        foreach (var value in values)
        {
            Length(file, value, "key", value, file == SeedFormat.Relations ? int.MaxValue : Limits.ExternalKey);
            Unless(seen.Add(value), file, value, "key: twice.");
        }

        return seen;
    }

    private void References(string file, string record, string target, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            Reference(file, record, target, value);
        }

        Unless(values.Distinct().Count() == values.Count, file, record, $"{target}: the same one twice.");
    }

    private void Reference(string file, string record, string target, string? value) =>
        Unless(value is null || keys[target].Contains(value), file, record, $"“{value}” is not in {target}.");

    private void Code(string file, string record, string list, string? value) =>
        Unless(value is null || Glossary.Has(list, value), file, record, $"“{value}” is not in list {list}.");

    /// <summary>Records are stored in the order of the file, so what one points to stands above it.</summary>
    private void Before(string file, string record, string member, HashSet<string> before, string? value) =>
        Unless(value is null || before.Contains(value), file, record, $"{member}: “{value}” does not come before it.");

    private void Country(string file, string record, string? value)
    {
        var isCode = value is null || (value.Length == Limits.Country && value.All(char.IsAsciiLetterUpper));
        Unless(isCode, file, record, $"country: “{value}” is not a code of two letters.");
    }

    private void Date(string file, string record, FuzzyDate? date)
    {
        Unless(date?.Fault() is null, file, record, $"date: {date?.Fault()}.");
        Lengths(file, record, FuzzyDate.WordsMaxLength, ("wordsAr", date?.Words));
    }

    private void AnyOf(string file, string record, string member, params string?[] texts) =>
        Unless(texts.Any(t => !string.IsNullOrWhiteSpace(t)), file, record, $"{member}: missing in every language.");

    private void Length(string file, string record, string member, string value, int max)
    {
        Unless(!string.IsNullOrWhiteSpace(value), file, record, $"{member}: missing.");
        Lengths(file, record, max, (member, value));
    }

    private void Lengths(string file, string record, int max, params ReadOnlySpan<(string Member, string? Text)> texts)
    {
        foreach (var (member, text) in texts)
        {
            Unless(!(text?.Length > max), file, record, $"{member}: longer than {max} characters.");
        }
    }

    private void Unless(bool isFine, string file, string record, string message)
    {
        if (!isFine)
        {
            Fault(file, record, message);
        }
    }

    private void Fault(string file, string record, string message) => faults.Add(new ImportFault(file, record.Length == 0 ? null : record, message));
}
