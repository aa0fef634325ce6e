using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Builds documents from the model as it stands in the current transaction, for many claims with a constant number of
/// queries. The only place where the model becomes public text.
/// </summary>
internal sealed class PublicDocumentBuilder(ClaimDbContext db)
{
    /// <summary>A claim with its decided or imported verdict, if it has one, is built as readers will see it.</summary>
    /// <param name="proposal">A verdict not yet decided, to see what deciding it would publish.</param>
    /// <param name="withAwaited">Also what readers see only after a second look, for the desk.</param>
    /// <param name="withPending">Also claims of an import that is held back, with what belongs to it.</param>
    public async Task<List<PublicDocument>> BuildAsync(IReadOnlyCollection<int> numbers, CancellationToken ct, Guid? proposal = null, bool withAwaited = false, bool withPending = false)
    {
        var claims = await With(db.Claims, withPending).AsNoTracking().AsSplitQuery()
            .Where(c => EF.Parameter(numbers).Contains(c.Number))
            .Include(c => c.Claimants.OrderBy(p => p.Order)).ThenInclude(p => p.Party)
            .Include(c => c.Figures.OrderBy(f => f.Order)).ThenInclude(f => f.Unit)
            .Include(c => c.Figures).ThenInclude(f => f.Measure)
            .Include(c => c.Topics.OrderBy(t => t.Order)).ThenInclude(t => t.Topic)
            .Include(c => c.Appearances.OrderBy(a => a.Order))
            .Include(c => c.Attribution.OrderBy(s => s.Order)).ThenInclude(s => s.Party)
            .Include(c => c.Attribution).ThenInclude(s => s.Scopes)
            .Include(c => c.Evidence.OrderBy(e => e.Order))
            .Include(c => c.Links)
            .OrderBy(c => c.Number)
            .ToListAsync(ct);
        var facts = await ReadFactsAsync(numbers, claims, proposal, withAwaited, withPending, ct);
        return claims.ConvertAll(claim => Build(claim, facts));
    }

    internal static PublicParty PartyOf(Party party) => new(party.Id, party.Name, party.Kind, party.Country);

    internal static PublicRating RatingOf(Rating rating) => new(rating.Code, rating.Aspect, rating.Label, rating.Color, rating.Icon, rating.ClaimReviewValue);

    private async Task<Facts> ReadFactsAsync(IReadOnlyCollection<int> numbers, List<Claim> claims, Guid? proposal, bool withAwaited, bool withPending, CancellationToken ct)
    {
        var sourceIds = claims.SelectMany(c => c.Appearances.Select(a => a.SourceId).Concat(c.Evidence.Select(e => e.SourceId))).Distinct().ToList();
        var sources = await With(db.Sources, withPending).AsNoTracking().AsSplitQuery()
            .Where(s => EF.Parameter(sourceIds).Contains(s.Id))
            .Include(s => s.Outlet).Include(s => s.OriginParty).Include(s => s.Relays.OrderBy(r => r.Order)).ThenInclude(r => r.Party)
            .ToDictionaryAsync(s => s.Id, ct);
        // What a data set says of a claim that it did not check has no rating, and is no verdict for readers.
        var verdicts = await db.Verdicts.AsNoTracking().AsSplitQuery()
            .Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber) && (v.State == VerdictState.Decided || v.State == VerdictState.Imported || v.Id == proposal) && v.RatingId != null)
            .Include(v => v.Rating).Include(v => v.Authors).Include(v => v.Waivers).Include(v => v.Archive)
            .ToListAsync(ct);
        var panels = await db.Panels.AsNoTracking().Where(p => EF.Parameter(numbers).Contains(p.ClaimNumber) && p.Outcome == PanelOutcome.Majority).ToListAsync(ct);
        var votes = panels.Count == 0 ? [] : await db.Decisions.AsNoTracking()
            .Where(d => EF.Parameter(numbers).Contains(d.ClaimNumber) && d.Kind == DecisionKind.Vote).OrderBy(d => d.At).ToListAsync(ct);
        var errors = await (withAwaited ? db.ArticleErrors : db.ArticleErrors.Where(ArticleError.IsForReaders)).AsNoTracking()
            .Where(e => e.Claims.Any(c => EF.Parameter(numbers).Contains(c.ClaimNumber)))
            .OrderBy(e => e.Order)
            .Include(e => e.Claims)
            .ToListAsync(ct);
        return new Facts(
            sources,
            verdicts.GroupBy(v => v.ClaimNumber).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!), // a group is never empty
            errors.SelectMany(e => e.Claims.Select(c => (c.ClaimNumber, Error: e))).ToLookup(x => x.ClaimNumber, x => x.Error),
            (await db.ContactAttempts.AsNoTracking().Where(a => EF.Parameter(numbers).Contains(a.ClaimNumber)).Include(a => a.Party).OrderBy(a => a.SentAt).ToListAsync(ct)).ToLookup(a => a.ClaimNumber),
            (await db.Notes.AsNoTracking().Where(n => EF.Parameter(numbers).Contains(n.ClaimNumber) && n.IsPublic).OrderBy(n => n.WrittenAt).ToListAsync(ct)).ToLookup(n => n.ClaimNumber),
            await db.DataSets.AsNoTracking().ToDictionaryAsync(d => d.Id, ct),
            await db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Id, ct),
            panels.ToLookup(p => p.ResultVerdictId),
            votes.ToLookup(v => v.PanelId),
            await SidesAsync(claims, withPending, ct),
            await db.Verdicts.AsNoTracking().Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber) && v.State == VerdictState.Imported && v.Outside != null).Select(v => v.Outside!).ToDictionaryAsync(r => r.ClaimNumber, ct), // asked for above
            await db.Publications.AsNoTracking().Where(p => EF.Parameter(numbers).Contains(p.Number) && p.Version == 1).ToDictionaryAsync(p => p.Number, p => p.At, ct),
            db.Now);
    }

    /// <summary>By claimant, whom they belong to in the end; nobody for whoever belongs to nobody. One query for each step up, of which there are few.</summary>
    private async Task<Dictionary<Guid, PublicParty>> SidesAsync(List<Claim> claims, bool withPending, CancellationToken ct)
    {
        var above = new Dictionary<Guid, Party>();
        var asked = new HashSet<Guid>();
        for (var next = claims.SelectMany(c => c.Claimants).Select(c => c.Party?.MemberOfId).OfType<Guid>().Where(asked.Add).ToList(); next.Count > 0;)
        {
            var parties = await With(db.Parties, withPending).AsNoTracking().Where(p => EF.Parameter(next).Contains(p.Id)).ToListAsync(ct);
            parties.ForEach(p => above[p.Id] = p);
            next = [.. parties.Select(p => p.MemberOfId).OfType<Guid>().Where(asked.Add)];
        }

        var sides = new Dictionary<Guid, PublicParty>();
        foreach (var claimant in claims.SelectMany(c => c.Claimants).Select(c => c.Party).OfType<Party>())
        {
            var (top, seen) = (claimant, new HashSet<Guid> { claimant.Id });
            while (top.MemberOfId is { } id && above.TryGetValue(id, out var next) && seen.Add(id))
            {
                top = next;
            }

            if (top.Id != claimant.Id)
            {
                sides[claimant.Id] = PartyOf(top);
            }
        }

        return sides;
    }

    private static IQueryable<T> With<T>(IQueryable<T> records, bool pending)
        where T : class =>
        pending ? records.IgnoreQueryFilters() : records;

    private static PublicDocument Build(Claim claim, Facts facts)
    {
        var verdict = facts.Verdicts.GetValueOrDefault(claim.Number);
        var sourceIds = claim.Appearances.Select(a => a.SourceId).Concat(claim.Evidence.Select(e => e.SourceId)).Distinct().ToList();
        var outside = claim.PublicState is PublicState.Imported && facts.Outside.GetValueOrDefault(claim.Number) is { } theirs ? OutsideOf(theirs) : null;
        var printedAt = verdict?.Archive is { } entry ? Noon(entry.PublishedOn) : (DateTime?)null;
        return new PublicDocument
        {
            Number = claim.Number,
            State = claim.PublicState,
            IsContested = claim.IsContested,
            IsUnderReexamination = claim.IsUnderReexamination,
            Languages = verdict is null || outside is not null ? [.. claim.Statement.Languages] : [.. verdict.Headline.Languages.Where(l => verdict.Explanation.Has(l) && claim.Statement.Has(l))],
            Statement = claim.Statement,
            Summary = claim.Summary,
            OriginalLanguage = claim.OriginalLanguage,
            Kind = claim.Kind,
            Aspect = claim.Aspect,
            Claimants = claim.Claimants.ConvertAll(c => new PublicClaimant(PartyOf(c.Party!), c.Role) { Side = facts.Sides.GetValueOrDefault(c.PartyId) }), // included above
            Hedge = claim.Hedge,
            AssertedOn = claim.AssertedOn,
            EventOn = claim.EventOn,
            PlaceCountry = claim.PlaceCountry,
            PlaceName = claim.PlaceName,
            SelectionReason = claim.SelectionReason,
            Flags = claim.Flags,
            AsPublished = claim.AsPublished,
            Garblings = [.. facts.Errors[claim.Number].Select(e => new PublicGarbling(e.SourceId, e.Kind, e.Published, e.Intended))],
            Figures = claim.Figures.ConvertAll(FigureOf),
            Topics = claim.Topics.ConvertAll(t => new PublicTopic(t.Topic!.Slug, t.Topic.Name)), // included above
            Appearances = claim.Appearances.ConvertAll(AppearanceOf),
            Attribution = claim.Attribution.ConvertAll(s => new PublicAttributionStep(PartyOf(s.Party!), s.Verb, s.Note, s.Scopes.ConvertAll(x => x.SourceId))), // included above
            Evidence = claim.Evidence.ConvertAll(e => new PublicEvidence(e.SourceId, e.Stance, e.Quote, e.Locator, e.Note)),
            Sources = sourceIds.ConvertAll(id => SourceOf(facts.Sources[id])),
            Links = [.. claim.Links.OrderBy(l => l.Kind).ThenBy(l => l.ToNumber).Select(l => new PublicLinkTo(l.Kind, l.ToNumber))],
            Contacts = [.. facts.Contacts[claim.Number].Select(c => ContactOf(c, c.Party))],
            Notes = [.. facts.Notes[claim.Number].Select(n => new PublicNote(n.Body, n.Language, DateOnly.FromDateTime(n.WrittenAt)))],
            HoldingNote = claim.HoldingNote,
            HoldingNoteAsOf = claim.HoldingNoteAsOf,
            Verdict = verdict is null ? null : VerdictOf(verdict, facts),
            DataSet = claim.DataSetId is { } id && facts.DataSets.GetValueOrDefault(id) is { } set ? new PublicDataSet(set.Key, set.Name, set.Licence, set.AsOf) : null,
            Outside = outside,
            Archive = verdict?.Archive is { } printed ? ArchiveOf(printed, verdict, facts) : null,
            LoggedOn = DateOnly.FromDateTime(claim.LoggedAt),
            ReviewedAt = printedAt ?? facts.Now,
            FirstPublishedAt = printedAt ?? (facts.FirstPublished.TryGetValue(claim.Number, out var first) ? first : facts.Now),
        };
    }

    /// <summary>A day without a time, as the moment that is the same day in almost every time zone.</summary>
    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static PublicArchiveEntry ArchiveOf(ArchiveEntry entry, Verdict verdict, Facts facts) => new(
        entry.Address, entry.Title, entry.PublishedOn, entry.Byline, entry.RatingWords, DateOnly.FromDateTime(verdict.DecidedAt ?? facts.Now));

    private static PublicOutsideReview OutsideOf(OutsideReview review) => new(review.Address, review.Title, review.Publisher, review.RatingWords, review.PublishedOn);

    private static PublicFigure FigureOf(Figure figure) => new()
    {
        Value = figure.Value,
        Min = figure.Min,
        Max = figure.Max,
        Modifier = figure.Modifier,
        Unit = new PublicUnit(figure.Unit!.Code, figure.Unit.Label, figure.Unit.Plurals), // included above
        Measure = figure.Measure is { } measure ? new PublicMeasure(measure.Code, measure.Label) : null,
        IsCapacity = figure.IsCapacity,
        Period = figure.Period,
        AlternativeGroup = figure.AlternativeGroup,
        Note = figure.Note,
    };

    private static PublicAppearance AppearanceOf(Appearance appearance) => new()
    {
        SourceId = appearance.SourceId,
        ParagraphFrom = appearance.ParagraphFrom,
        ParagraphTo = appearance.ParagraphTo,
        Timecode = appearance.Timecode,
        Quote = appearance.Quote,
        Prefix = appearance.Prefix,
        Suffix = appearance.Suffix,
        Strength = appearance.Strength,
        WordingNote = appearance.WordingNote,
        IsFirst = appearance.IsFirst,
        Flags = appearance.Flags,
    };

    internal static PublicSource SourceOf(Source source) => source.Visibility is SourceVisibility.Withheld
        ? new PublicSource { Id = source.Id, Kind = source.Kind, Level = source.Level, IsWithheld = true }
        : new PublicSource
        {
            Id = source.Id,
            Kind = source.Kind,
            Address = source.Address,
            NoAddressReason = source.NoAddressReason,
            Title = source.Title,
            Outlet = source.Outlet is { } outlet ? new PublicOutlet(outlet.Id, outlet.Name, outlet.Country) : null,
            Language = source.Language,
            Author = source.Author,
            PublishedOn = source.PublishedOn,
            AccessedOn = source.AccessedOn,
            Level = source.Level,
            Origin = source.OriginParty is { } origin ? PartyOf(origin) : null,
            OriginalId = source.OriginalId,
            Relays = source.Relays.ConvertAll(r => PartyOf(r.Party!)), // included above
            Says = source.Says,
            IsPartial = source.IsPartial,
            Status = source.Status,
            StatusOn = source.StatusOn,
            StatusNote = source.StatusNote,
            InterestNote = source.InterestNote,
            ArchiveLinks = source.ArchiveLinks,
        };

    internal static PublicContact ContactOf(ContactAttempt attempt, Party? named) => new(
        named is { } party ? PartyOf(party) : null,
        attempt.Channel,
        DateOnly.FromDateTime(attempt.SentAt),
        attempt.Deadline is { } deadline ? DateOnly.FromDateTime(deadline) : null,
        attempt.Outcome,
        attempt.Reply,
        attempt.RepliedAt is { } replied ? DateOnly.FromDateTime(replied) : null)
    {
        CameUnasked = attempt.ChallengeId is null ? null : true,
    };

    private static PublicVerdict VerdictOf(Verdict verdict, Facts facts) => new()
    {
        Number = verdict.Number,
        Rating = RatingOf(verdict.Rating!), // a decided or imported verdict has a rating
        Headline = verdict.Headline,
        Explanation = verdict.Explanation,
        Body = verdict.Body,
        ReasonTags = verdict.ReasonTags,
        Unknowns = verdict.Unknowns,
        OtherSideSearch = verdict.OtherSideSearch,
        Confidence = verdict.Confidence,
        AsOf = verdict.AsOf,
        ConflictDisclosure = verdict.ConflictDisclosure,
        Waivers = verdict.Waivers.ConvertAll(w => new PublicWaiver(w.Condition, w.Reason, w.Explanation)),
        IsImported = verdict.State is VerdictState.Imported,
        DecidedOn = verdict.DecidedAt is { } at ? DateOnly.FromDateTime(at) : null,
        AuthorCount = verdict.Authors.Count,
        Panel = facts.Panels[verdict.Id].FirstOrDefault() is { } panel ? PanelOf(panel, verdict, facts) : null,
    };

    private static PublicPanel PanelOf(Panel panel, Verdict verdict, Facts facts)
    {
        var votes = facts.Votes[panel.Id].ToList();
        var dissent = votes.Where(v => v.RatingId != verdict.RatingId)
            .Select(v => new PublicDissent(v.RatingId is { } id ? facts.Ratings[id].Label : LocalizedText.Empty, v.Reason));
        return new PublicPanel(panel.Size, votes.Count(v => v.RatingId == verdict.RatingId), [.. dissent]);
    }

    private sealed record Facts(
        Dictionary<Guid, Source> Sources,
        Dictionary<int, Verdict> Verdicts,
        ILookup<int, ArticleError> Errors,
        ILookup<int, ContactAttempt> Contacts,
        ILookup<int, Note> Notes,
        Dictionary<Guid, DataSet> DataSets,
        Dictionary<Guid, Rating> Ratings,
        ILookup<Guid?, Panel> Panels,
        ILookup<Guid?, Decision> Votes,
        Dictionary<Guid, PublicParty> Sides,
        Dictionary<int, OutsideReview> Outside,
        Dictionary<int, DateTime> FirstPublished,
        DateTime Now);
}
