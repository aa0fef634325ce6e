using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Desk.Workbench;
using ClaimTracker.Web.Startup;
using Figure = ClaimTracker.Web.Api.Contract.Figure;
using Waiver = ClaimTracker.Web.Api.Contract.Waiver;

namespace ClaimTracker.Web.Api.Desk;

/// <summary>Makes the record of a claim as the desk has it, of what its workbench shows this person.</summary>
internal static class DeskMaking
{
    public static async Task<(DeskClaim Record, int Version)?> ClaimAsync(DeskRequest request)
    {
        if (await ClaimHeader.ReadAsync(request.Db, request.Number, request.Actor, request.Ct) is not { } header)
        {
            return null;
        }

        var view = await WorkbenchView.ReadAsync(request.Db, header, request.Ct);
        var gate = header.Case.Open is { } open ? await request.Service<GateReader>().CheckAsync(request.Number, open, request.Ct) : null;
        var preview = header.Claim.Stage is Stage.InReview ? await request.Service<VerdictService>().PreviewAsync(request.Number, request.Ct) : null;
        return (RecordOf(request, view, gate, preview), header.Claim.Version);
    }

    private static DeskClaim RecordOf(DeskRequest request, WorkbenchView view, GateResult? gate, VerdictPreview? preview)
    {
        var (claim, header) = (view.Claim, view.Header);
        return new DeskClaim
        {
            Number = claim.Number,
            Reference = Making.Reference(claim.Number),
            Version = header.Claim.Version,
            Stage = claim.Stage,
            PublicState = claim.PublicState,
            IsContested = claim.IsContested,
            IsUnderReexamination = claim.IsUnderReexamination,
            Statement = claim.Statement,
            Summary = claim.Summary,
            OriginalLanguage = claim.OriginalLanguage,
            Kind = claim.Kind,
            Aspect = claim.Aspect,
            IsAsPublished = claim.AsPublished,
            Claimants = [.. claim.Claimants.Select(c => new DeskClaimant(c.PartyId, NameOf(c.Party), c.Role))],
            Hedge = claim.Hedge,
            AssertedOn = Days.Of(claim.AssertedOn),
            EventOn = Days.Of(claim.EventOn),
            PlaceCountry = claim.PlaceCountry,
            PlaceName = claim.PlaceName,
            SelectionReason = claim.SelectionReason,
            Flags = claim.Flags,
            Topics = [.. claim.Topics.Select(t => t.Topic?.Slug).OfType<string>()],
            Figures = [.. claim.Figures.Select(FigureOf)],
            Appearances = [.. claim.Appearances.Select(a => AppearanceOf(a, request.Actor))],
            Attribution = [.. claim.Attribution.Select(s => new DeskStep(s.PartyId, NameOf(s.Party), s.Verb, s.Note))],
            Evidence = [.. claim.Evidence.Select(e => EvidenceOf(e, request.Actor))],
            Notes = [.. view.Threads.SelectMany(t => t.All).Select(n => new DeskNote(n.Id, n.ThreadId, header.Staff.Of(n.AuthorId), n.Body, n.Language, n.WrittenAt, n.IsResolved, n.IsPublic))],
            OpenVerdict = VerdictOf(header.Case.Open, header),
            DecidedVerdict = VerdictOf(header.Case.Decided, header),
            Gate = gate is null ? null : [.. gate.Languages.Select(l => new DeskGate(l.Language, l.IsComplete, [.. l.Unmet.Select(u => u.Condition)]))],
            Approval = preview is null || gate is null ? null : new DeskApproval(preview.Hash, gate.CompleteLanguages),
            Assignee = header.Staff.OrNull(claim.AssigneeId),
            Triage = claim.Triage,
            Due = claim.Due,
            RecheckOn = claim.RecheckOn,
            HoldingNote = claim.HoldingNote,
            CloseReason = claim.CloseReason,
            MergedInto = claim.MergedIntoNumber,
            Allowed = [.. header.Allowed.Select(t => t.Action)],
            LoggedAt = claim.LoggedAt,
            Address = request.Service<SiteAddress>().Absolute(FormattableString.Invariant($"/{request.Language ?? Cultures.English}/desk/claims/{claim.Number}")),
            Self = request.SelfOf(claim.Number),
        };
    }

    private static LocalizedText NameOf(Core.Sources.Party? party) => party?.Name ?? LocalizedText.Empty;

    private static Figure FigureOf(Core.Claims.Figure figure) => new(
        figure.Value, figure.Min, figure.Max, figure.Modifier,
        new Named(figure.Unit?.Code ?? "", figure.Unit?.Label ?? LocalizedText.Empty),
        figure.Measure is { } measure ? new Named(measure.Code, measure.Label) : null,
        figure.IsCapacity, Days.Of(figure.Period), figure.AlternativeGroup, figure.Note);

    private static DeskAppearance AppearanceOf(Core.Claims.Appearance appearance, Actor actor) => Sees(actor, appearance.Source)
        ? new DeskAppearance(
            appearance.Id, SourceOf(appearance.SourceId, appearance.Source), appearance.Quote, appearance.ParagraphFrom, appearance.ParagraphTo, appearance.Timecode,
            appearance.Strength, appearance.WordingNote, appearance.IsFirst, appearance.Flags)
        : new DeskAppearance(appearance.Id, Withheld(appearance.SourceId), null, null, null, null, appearance.Strength, LocalizedText.Empty, appearance.IsFirst, appearance.Flags);

    private static DeskEvidence EvidenceOf(Core.Sources.Evidence evidence, Actor actor)
    {
        var seesGrades = Permissions.SeesStaffOnly(actor);
        return Sees(actor, evidence.Source)
            ? new DeskEvidence(
                evidence.Id, SourceOf(evidence.SourceId, evidence.Source), evidence.Stance, evidence.Quote, evidence.Locator, evidence.Note,
                seesGrades ? evidence.SourceGrade : null, seesGrades ? evidence.InformationGrade : null)
            : new DeskEvidence(evidence.Id, Withheld(evidence.SourceId), evidence.Stance, null, null, LocalizedText.Empty, null, null);
    }

    private static bool Sees(Actor actor, Source? source) => source is not null && Permissions.SeesSource(actor, source.Visibility);

    private static DeskSource SourceOf(Guid id, Source? source) =>
        new(id, source?.Kind, source?.Address, source?.Title ?? LocalizedText.Empty, source?.Level, source?.Visibility is not SourceVisibility.Public);

    private static DeskSource Withheld(Guid id) => new(id, null, null, LocalizedText.Empty, null, IsWithheld: true);

    private static DeskVerdict? VerdictOf(Core.Review.Verdict? verdict, ClaimHeader header) => verdict is null ? null : new DeskVerdict
    {
        Number = verdict.Number,
        Version = verdict.Version,
        State = verdict.State,
        Rating = verdict.RatingId is { } rating ? header.Ratings.GetValueOrDefault(rating)?.Code : null,
        Headline = verdict.Headline,
        Explanation = verdict.Explanation,
        Body = verdict.Body,
        Unknowns = verdict.Unknowns,
        OtherSideSearch = verdict.OtherSideSearch,
        ConflictDisclosure = verdict.ConflictDisclosure,
        ReasonTags = verdict.ReasonTags,
        Confidence = verdict.Confidence,
        AsOf = verdict.AsOf,
        Waivers = [.. verdict.Waivers.Select(w => new Waiver(w.Condition, w.Reason, w.Explanation))],
        Authors = [.. verdict.Authors.Select(a => header.Staff.Of(a.UserId))],
    };
}
