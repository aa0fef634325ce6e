using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;

namespace ClaimTracker.Web.Api.Contract;

/// <summary>Makes the record of one version of a claim: the published document, and what other claims now are to it.</summary>
internal static class ClaimRecords
{
    public static async Task<ClaimRecord> OfAsync(PublicVersion version, PublicStanding current, ApiRequest request)
    {
        var document = version.Document.State is PublicState.Withdrawn ? version.Document.WithoutCheck() : version.Document;
        var content = document.Aspect is RatedAspect.Saying ? (await request.Reader.ContentRatingsAsync([document.Number], request.Ct)).GetValueOrDefault(document.Number) : null;
        var linked = document.State is PublicState.Withdrawn ? [] : await request.Reader.LinkedAsync(document.Number, request.Ct);
        var cards = (await ClaimCard.OfAsync([.. linked.Select(l => l.Claim).DistinctBy(c => c.Number)], request.Reader, request.Ct)).ToDictionary(c => c.Claim.Number);
        return Of(new PublicClaimInFull(new PublicVersion(version.Publication, document), content, linked), current, cards, request);
    }

    /// <param name="claim">A version, without its check where it was withdrawn.</param>
    /// <param name="current">Where the claim stands now.</param>
    /// <param name="cards">Of the claims it is linked with, by number.</param>
    /// <param name="addresses">Whose addresses stand in it.</param>
    public static ClaimRecord Of(PublicClaimInFull claim, PublicStanding current, IReadOnlyDictionary<int, ClaimCard> cards, ApiAddresses addresses)
    {
        var (document, content, publication) = (claim.Document, claim.Content, claim.Version.Publication);
        var row = new PublicVersionRow(
            publication.Version, publication.Kind, publication.At, publication.DocumentHash, publication.PreviousHash, publication.Hash, publication.RedactedAt);
        return new ClaimRecord
        {
            Number = document.Number,
            Reference = Making.Reference(document.Number),
            Version = publication.Version,
            CurrentVersion = current.Version,
            State = document.State,
            CurrentState = current.State,
            Notice = document.Notice,
            MergedInto = document.MergedIntoNumber,
            IsContested = document.IsContested,
            IsUnderReexamination = document.IsUnderReexamination,
            Languages = document.Languages,
            Statement = document.Statement,
            Summary = document.Summary,
            OriginalLanguage = document.OriginalLanguage,
            Kind = document.Kind,
            Aspect = document.Aspect,
            IsAsPublished = document.AsPublished,
            Claimants = [.. document.Claimants.Select(Claimant.Of)],
            Hedge = document.Hedge,
            AssertedOn = Days.Of(document.AssertedOn),
            EventOn = Days.Of(document.EventOn),
            PlaceCountry = document.PlaceCountry,
            PlaceName = document.PlaceName,
            SelectionReason = document.SelectionReason,
            Flags = document.Flags,
            Garblings = [.. document.Garblings.Select(g => new Garbling(g.SourceId, g.Kind, g.Published, g.Intended))],
            Figures = [.. document.Figures.Select(FigureOf)],
            Topics = [.. document.Topics.Select(t => new TopicName(t.Slug, t.Name))],
            Appearances = [.. document.Appearances.Select(AppearanceOf)],
            Attribution = [.. document.Attribution.Select(s => new AttributionStep(Party.Of(s.Party), s.Verb, s.Note, s.SourceIds))],
            Evidence = [.. document.Evidence.Select(e => new Evidence(e.SourceId, e.Stance, e.Quote, e.Locator, e.Note))],
            Sources = [.. document.Sources.Select(s => Making.Source(s, addresses))],
            Links = [.. claim.Links.Select(l => new ClaimLink(l.Kind, l.IsIncoming, Making.Ref(cards[l.Claim.Number], addresses)))],
            Contacts = [.. document.Contacts.Select(ContactOf)],
            Notes = [.. document.Notes.Select(n => new Note(n.Body, n.Language, n.WrittenOn))],
            Corrections = [.. document.Corrections.Select(c => Making.Notice(c, content))],
            HoldingNote = document.HoldingNote,
            HoldingNoteAsOf = document.HoldingNoteAsOf,
            Verdict = document.Verdict is { } verdict ? VerdictOf(document, verdict, content) : null,
            DataSet = document.DataSet is { } set ? new DataSet(set.Key, set.Name, set.Licence, set.AsOf) : null,
            OutsideReview = Making.Of(document.State is PublicState.Withdrawn ? null : document.Outside),
            EarlierCheck = document.Archive is { } a ? new EarlierCheck(a.Address, a.Title, a.PublishedOn, a.Byline, a.RatingWords, a.SignedOn) : null,
            LoggedOn = document.LoggedOn,
            ReviewedAt = document.ReviewedAt,
            FirstPublishedAt = document.FirstPublishedAt,
            Publication = Making.Version(row, document.Number, addresses),
            Address = addresses.PageOf(document.Number, document.OriginalLanguage),
            Self = Making.SelfOf(addresses, document.Number),
        };
    }

    private static Figure FigureOf(PublicFigure figure) => new(
        figure.Value, figure.Min, figure.Max, figure.Modifier, new Named(figure.Unit.Code, figure.Unit.Label), figure.Measure is { } m ? new Named(m.Code, m.Label) : null,
        figure.IsCapacity, Days.Of(figure.Period), figure.AlternativeGroup, figure.Note);

    private static Appearance AppearanceOf(PublicAppearance appearance) => new(
        appearance.SourceId, appearance.ParagraphFrom, appearance.ParagraphTo, appearance.Timecode, appearance.Quote, appearance.Prefix, appearance.Suffix, appearance.Strength,
        appearance.WordingNote, appearance.IsFirst, appearance.Flags);

    private static Contact ContactOf(PublicContact contact) => new(
        Party.OfOptional(contact.Party), contact.Channel, contact.SentOn, contact.DeadlineOn, contact.Outcome, contact.Reply, contact.RepliedOn, contact.CameUnasked is true);

    private static Verdict VerdictOf(PublicDocument document, PublicVerdict verdict, PublicRating? content) => new()
    {
        Number = verdict.Number,
        Rating = Making.Rating(verdict.Rating, document.AsPublished, content, isReviewedHere: !verdict.IsImported && document.State is not PublicState.Imported),
        Headline = verdict.Headline,
        Explanation = verdict.Explanation,
        Body = verdict.Body,
        ReasonTags = verdict.ReasonTags,
        Unknowns = verdict.Unknowns,
        OtherSideSearch = verdict.OtherSideSearch,
        Confidence = verdict.Confidence,
        AsOf = verdict.AsOf,
        ConflictDisclosure = verdict.ConflictDisclosure,
        Waivers = [.. verdict.Waivers.Select(w => new Waiver(w.Condition, w.Reason, w.Explanation))],
        DecidedOn = verdict.DecidedOn,
        AuthorCount = verdict.AuthorCount,
        Panel = verdict.Panel is { } panel ? new Panel(panel.Size, panel.Majority, [.. panel.Dissent.Select(d => new Dissent(d.RatingLabel, d.Reason))]) : null,
    };
}
