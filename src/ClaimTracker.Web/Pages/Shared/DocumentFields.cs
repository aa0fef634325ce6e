using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>A published document as lines a person can read and compare: label and text, one field for each language of a text.</summary>
public sealed record DocumentField(int Place, string Key, string Label, string Text, string Language);

/// <summary>Turns documents into such fields, in the language of the page and in the order of the page.</summary>
public sealed class DocumentFields
{
    private readonly Formats formats;
    private readonly List<DocumentField> fields = [];

    private DocumentFields(Formats formats) => this.formats = formats;

    private static string Page => Cultures.Current;

    public static List<DocumentField> Of(PublicDocument document, Formats formats)
    {
        var all = new DocumentFields(formats);
        all.AddStanding(document);
        all.AddClaim(document);
        all.AddVerdict(document.Verdict);
        all.AddSources(document);
        all.AddRest(document);
        return all.fields;
    }

    private void AddStanding(PublicDocument document)
    {
        Add("state", PublicText.FieldState, ReviewWords.Of(document.State));
        Add("marks", PublicText.FieldMarks, Lines([document.IsContested ? PublicText.MarkContested : "", document.IsUnderReexamination ? PublicText.MarkReexamined : ""]));
        Add("notice", PublicText.FieldNotice, document.Notice);
        Add("languages", PublicText.FieldLanguages, Lines(document.Languages.Select(l => Glossary.Label(Glossary.Languages, l, Page))));
        Add("corrections", PublicText.FieldCorrections, Lines(document.Corrections.Select(c => Line(ReviewWords.Of(c.Kind), c.What.In(Page), c.Why.In(Page)))));
    }

    private void AddClaim(PublicDocument document)
    {
        Add("statement", PublicText.FieldStatement, document.Statement);
        Add("summary", PublicText.FieldSummary, document.Summary);
        Add("kind", PublicText.FilterKind, ReviewWords.Of(document.Kind));
        Add("aspect", PublicText.FieldAspect, ReviewWords.Of(document.Aspect));
        Add("claimants", PublicText.Claimants, Lines(document.Claimants.Select(c => Line(c.Party.Name.In(Page), c.Role.In(Page)))));
        Add("hedge", PublicText.Hedge, document.Hedge);
        Add("asserted", PublicText.AssertedOn, Date(document.AssertedOn));
        Add("event", PublicText.EventOn, Date(document.EventOn));
        Add("place", PublicText.Place, Line(document.PlaceName.In(Page), document.PlaceCountry is { } country ? Glossary.Label(Glossary.Countries, country, Page) : ""));
        Add("topics", PublicText.FilterTopic, Lines(document.Topics.Select(t => t.Name.In(Page))));
        Add("as-published", PublicText.GarbledTitle, document.AsPublished ? CommonText.Yes : "");
        Add("garblings", PublicText.FaultsTitle, Lines(document.Garblings.Select(g => Line(g.Published.In(Page), g.Intended.In(Page)))));
        Add("flags", PublicText.Remarks, Flags(document.Flags));
        Add("figures", PublicText.FiguresTitle, Lines(document.Figures.Select(FigureLine)));
        Add("attribution", PublicText.ChainTitle, Lines(document.Attribution.Select(s => Line(s.Party.Name.In(Page), Labels.OfVerb(s.Verb), s.Note.In(Page)))));
        Add("holding", PublicText.FieldHoldingNote, document.HoldingNote);
        Add("holding-as-of", PublicText.FieldHoldingAsOf, Day(document.HoldingNoteAsOf));
    }

    private void AddVerdict(PublicVerdict? verdict)
    {
        if (verdict is null)
        {
            return;
        }

        Add("rating", PublicText.FilterRating, verdict.Rating.Label.In(Page));
        Add("headline", PublicText.FieldHeadline, verdict.Headline);
        Add("explanation", PublicText.FieldExplanation, verdict.Explanation);
        Add("body", PublicText.FieldBody, verdict.Body);
        Add("reasons", PublicText.ReasonTags, Line([.. verdict.ReasonTags.Select(t => Glossary.Label(Glossary.ReasonTags, t, Page))]));
        Add("confidence", PublicText.FieldConfidence, verdict.Confidence is { } confidence ? ReviewWords.Of(confidence) : "");
        Add("as-of", PublicText.FieldAsOf, Day(verdict.AsOf));
        Add("unknowns", PublicText.UnknownsTitle, verdict.Unknowns);
        Add("other-side", PublicText.OtherSideSearch, verdict.OtherSideSearch);
        Add("waivers", PublicText.WaiversTitle, Lines(verdict.Waivers.Select(w => Line(ReviewWords.Condition(w.Condition), ReviewWords.Of(w.Reason), w.Explanation.In(Page)))));
        Add("disclosure", PublicText.ConflictDisclosure, verdict.ConflictDisclosure);
        if (verdict.Panel is { } panel)
        {
            var decided = string.Format(CultureInfo.InvariantCulture, PublicText.PanelDecided, formats.Number(panel.Majority), formats.Number(panel.Size));
            Add("panel", PublicText.PanelTitle, Lines([decided, .. panel.Dissent.Select(d => Line(d.RatingLabel.In(Page), d.Reason))]));
        }
    }

    private void AddSources(PublicDocument document)
    {
        var names = document.Sources.ToDictionary(s => s.Id, s => s.IsWithheld ? PublicText.SourceWithheld : Line(s.Name().In(Page), s.Title.IsEmpty ? "" : s.Outlet?.Name.In(Page) ?? ""));
        Add("appearances", PublicText.AppearancesTitle, Lines(document.Appearances.Select(a =>
            Line(names.GetValueOrDefault(a.SourceId, ""), ReviewWords.Of(a.Strength), a.Quote ?? "", a.WordingNote.In(Page), Flags(a.Flags)))));
        Add("evidence", PublicText.EvidenceTitle, Lines(document.Evidence.Select(e =>
            Line(ReviewWords.Of(e.Stance), names.GetValueOrDefault(e.SourceId, ""), e.Note.In(Page), e.Quote ?? "", e.Locator ?? ""))));
        Add("sources", PublicText.SourcesTitle, Lines(document.Sources.Select(s => s.IsWithheld
            ? PublicText.SourceWithheld
            : Line(names[s.Id], Date(s.PublishedOn), s.Status is Core.Sources.SourceStatus.Live ? "" : ReviewWords.Of(s.Status), s.Address ?? ""))));
    }

    private void AddRest(PublicDocument document)
    {
        Add("contacts", PublicText.ResponseTitle, Lines(document.Contacts.Select(c =>
            Line(c.Party?.Name.In(Page) ?? "", Day(c.SentOn), ReviewWords.Of(c.Outcome), c.Reply.In(Page)))));
        Add("notes", PublicText.NotesTitle, Lines(document.Notes.Select(n => n.Body)));
        Add("links", PublicText.LinkedTitle, Lines(document.Links.Select(l => Line(Labels.Of(l.Kind, isIncoming: false), "CT-" + formats.Ordinal(l.Number)))));
        Add("selection", PublicText.SelectionTitle, document.SelectionReason);
        Add("merged", PublicText.FieldMergedInto, document.MergedIntoNumber is { } number ? "CT-" + formats.Ordinal(number) : "");
    }

    private void Add(string key, string label, string text)
    {
        if (text != "")
        {
            fields.Add(new DocumentField(Places.IndexOf(key), key, label, text, Page));
        }
    }

    private void Add(string key, string label, LocalizedText text)
    {
        foreach (var (language, words) in text)
        {
            var labelled = string.Format(CultureInfo.InvariantCulture, PublicText.FieldInLanguage, label, Glossary.Label(Glossary.Languages, language, Page));
            fields.Add(new DocumentField(Places.IndexOf(key), $"{key}.{language}", labelled, words, language));
        }
    }

    private string FigureLine(PublicFigure figure) => Line(
        formats.Of(figure),
        figure.IsCapacity ? PublicText.FigureCapacity : PublicText.FigureCount,
        figure.Measure?.Label.In(Page) ?? "",
        Date(figure.Period),
        figure.AlternativeGroup is null ? "" : PublicText.EitherOr,
        figure.Note.In(Page));

    private string Date(FuzzyDate? date) => date is null ? "" : Line(formats.Date(date), date.Note.In(Page));

    private string Day(DateOnly? day) => day is { } known ? formats.Date(known) : "";

    private static string Flags(IEnumerable<string> flags) => Line([.. flags.Select(f => Glossary.Label(Glossary.Flags, f, Page))]);

    private static string Line(params string[] parts) => string.Join(" · ", parts.Where(p => p != ""));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(l => l != ""));

    /// <summary>The order of the page; a field that only one of two versions has keeps its place.</summary>
    private static readonly List<string> Places =
    [
        "state", "marks", "notice", "languages", "corrections", "statement", "summary", "claimants", "asserted", "event", "place", "hedge", "kind", "aspect", "topics",
        "rating", "headline", "explanation", "body", "as-of", "confidence", "reasons", "panel", "waivers", "disclosure", "holding", "holding-as-of", "as-published", "garblings",
        "figures", "evidence", "other-side", "sources", "attribution", "contacts", "appearances", "flags", "links", "unknowns", "notes", "selection", "merged",
    ];
}
