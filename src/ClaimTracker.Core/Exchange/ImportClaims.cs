using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Adds a data set's claims that the database does not have yet, with their verdicts as imported, the links between them and
/// the faults of its articles.
/// </summary>
internal sealed class ImportClaims(ClaimDbContext db, SeedData data, ImportKeys keys)
{
    private readonly HashSet<string> added = [];
    private readonly Dictionary<string, string> languages = data.Articles.Select(a => (a.Key, a.Language))
        .Concat(data.Evidence.Select(e => (e.Key, e.Language))).ToDictionary(s => s.Key, s => s.Language);

    // What is true of every claim that comes with a data set, whatever was said of how its makers chose.
    private readonly LocalizedText selectionReason = SeedText.Of(
        $"Came with the data set “{data.DataSet.NameEn ?? data.DataSet.NameAr}”; not chosen by this newsroom.",
        $"ورد ضمن مجموعة البيانات «{data.DataSet.NameAr ?? data.DataSet.NameEn}»، ولم تختره غرفة التحرير هذه.");

    public async Task AddAsync(CancellationToken ct)
    {
        var allocator = await db.NumberAllocators.SingleAsync(a => a.Name == NumberAllocator.Claims, ct);
        foreach (var claim in data.Claims.Where(c => !keys.Claims.ContainsKey(c.Key)))
        {
            keys.Claims[claim.Key] = allocator.Next++;
            added.Add(claim.Key);
            Add(claim);
        }

        await AddLinksAsync(ct);
        await AddArticleErrorsAsync(ct);
    }

    /// <summary>Numbers of the claims that were added.</summary>
    public IReadOnlyList<int> Added => [.. added.Select(k => keys.Claims[k]).Order()];

    private void Add(SeedClaim claim)
    {
        var number = keys.Claims[claim.Key];
        var isUnchecked = claim.Verdict.Rating == SeedCodes.NotYetChecked;
        var rating = SeedCodes.RatingOf(claim.Rated, claim.Verdict.Rating);
        var rationale = SeedText.Of(claim.Verdict.RationaleEn, claim.Verdict.RationaleAr);
        var record = new Claim
        {
            Number = number,
            Statement = SeedText.Of(claim.StatementEn, claim.StatementAr),
            Summary = SeedText.Of(claim.SummaryEn, claim.SummaryAr),
            OriginalLanguage = languages[LanguageSourceOf(claim)],
            Kind = claim.Kind,
            Aspect = claim.Rated,
            Hedge = SeedText.Of(claim.HedgeEn, claim.HedgeAr),
            AssertedOn = SeedText.ToDate(claim.AssertedOn),
            EventOn = SeedText.ToDate(claim.EventOn),
            PlaceCountry = claim.Place?.Country,
            PlaceName = SeedText.Of(claim.Place?.NameEn, claim.Place?.NameAr),
            Flags = claim.Flags,
            AsPublished = claim.AsPublished,
            PublicState = isUnchecked ? PublicState.Listed : PublicState.Imported,
            IsContested = rating == RatingCodes.Disputed,
            SelectionReason = selectionReason,
            HoldingNote = isUnchecked ? rationale : LocalizedText.Empty,
            HoldingNoteAsOf = isUnchecked ? data.DataSet.AsOf : null,
            DataSetId = keys.DataSetId,
            ExternalKey = claim.Key,
            ExternalReference = claim.Ref,
            LoggedAt = db.Now,
        };
        AddPeople(record, claim);
        AddFigures(record, claim);
        AddWhereItStands(record, claim);
        db.Claims.Add(record);

        // A claim that was not checked has no rating; what the data set says of it is kept all the same.
        db.Verdicts.Add(new Verdict
        {
            Id = keys.New(),
            ClaimNumber = number,
            Number = 1,
            State = VerdictState.Imported,
            RatingId = rating is null ? null : keys.Ratings[(claim.Rated, rating)],
            Headline = SeedText.Of(claim.HeadlineEn, claim.HeadlineAr),
            Explanation = rationale,
            Confidence = claim.Verdict.Confidence,
            AsOf = data.DataSet.AsOf,
            JudgedClaimVersion = 1,
            CreatedAt = db.Now,
            DataSetId = keys.DataSetId,
        });
    }

    /// <summary>A claim is in the language of the first source it was found in: an article, else a page of evidence.</summary>
    private static string LanguageSourceOf(SeedClaim claim) =>
        claim.Appearances.Count > 0 ? claim.Appearances[0].Article : claim.Evidence[0].Evidence;

    private void AddPeople(Claim record, SeedClaim claim)
    {
        foreach (var claimant in claim.Claimants)
        {
            record.Claimants.Add(new Claimant
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                PartyId = keys.Parties[claimant.Party],
                Order = record.Claimants.Count,
                Role = SeedText.Of(claimant.RoleEn, claimant.RoleAr),
            });
        }

        foreach (var step in claim.Attribution)
        {
            var added = new AttributionStep
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                Order = record.Attribution.Count,
                PartyId = keys.Parties[step.Party],
                Verb = step.Verb,
                Note = SeedText.Of(step.Note, step.NoteAr),
            };
            added.Scopes.AddRange(step.Articles.Select(a => new AttributionScope
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                StepId = added.Id,
                SourceId = keys.Sources[a],
            }));
            record.Attribution.Add(added);
        }
    }

    private void AddFigures(Claim record, SeedClaim claim)
    {
        foreach (var figure in claim.Figures)
        {
            record.Figures.Add(new Figure
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                Order = record.Figures.Count,
                Value = figure.Value,
                Min = figure.Min,
                Max = figure.Max,
                Modifier = figure.Modifier,
                UnitId = keys.Units[figure.Unit],
                MeasureId = figure.Measures is null ? null : keys.Measures[figure.Measures],
                IsCapacity = figure.Capacity,
                Period = SeedText.ToDate(figure.Period),
                AlternativeGroup = figure.AlternativeGroup,
                Note = SeedText.Of(figure.NoteEn, figure.NoteAr),
            });
        }
    }

    private void AddWhereItStands(Claim record, SeedClaim claim)
    {
        foreach (var topic in claim.Topics)
        {
            record.Topics.Add(new ClaimTopic { Id = keys.New(), ClaimNumber = record.Number, TopicId = keys.Topics[topic], Order = record.Topics.Count });
        }

        foreach (var place in claim.Appearances)
        {
            record.Appearances.Add(new Appearance
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                SourceId = keys.Sources[place.Article],
                Order = record.Appearances.Count,
                ParagraphFrom = place.ParagraphFrom,
                ParagraphTo = place.ParagraphTo,
                Quote = place.Quote,
                Strength = place.Strength,
                WordingNote = SeedText.Of(place.WordingNoteEn, place.WordingNoteAr),
            });
        }

        foreach (var link in claim.Evidence)
        {
            record.Evidence.Add(new Evidence
            {
                Id = keys.New(),
                ClaimNumber = record.Number,
                SourceId = keys.Sources[link.Evidence],
                Order = record.Evidence.Count,
                Stance = link.Stance,
                Note = SeedText.Of(link.NoteEn, link.NoteAr),
            });
        }
    }

    /// <summary>Only links of which an end is new: one that is missing between known claims was taken away by somebody.</summary>
    private async Task AddLinksAsync(CancellationToken ct)
    {
        var links = data.Relations.Where(r => added.Contains(r.From) || added.Contains(r.To)).ToList();
        // A link belongs to the claim it starts from, whose version it raises.
        var known = links.Where(l => !added.Contains(l.From)).Select(l => keys.Claims[l.From]).ToHashSet();
        await db.Claims.Where(c => known.Contains(c.Number)).LoadAsync(ct);
        foreach (var link in links)
        {
            db.ClaimLinks.Add(new ClaimLink
            {
                Id = keys.New(),
                ClaimNumber = keys.Claims[link.From],
                ToNumber = keys.Claims[link.To],
                Kind = SeedCodes.LinkKindOf(link.Kind) ?? throw new InvalidOperationException("Checked before."),
                Note = SeedText.Of(link.NoteEn, link.NoteAr),
            });
        }
    }

    private async Task AddArticleErrorsAsync(CancellationToken ct)
    {
        var errors = data.ArticleErrors.Where(e => !keys.ArticleErrors.ContainsKey(e.Key) || e.Claims.Any(added.Contains)).ToList();
        // A fault belongs to its source, whose version it raises.
        var sources = errors.Select(e => keys.Sources[e.Article]).ToHashSet();
        await db.Sources.Where(s => sources.Contains(s.Id)).LoadAsync(ct);
        foreach (var error in errors)
        {
            if (keys.ArticleErrors.TryGetValue(error.Key, out var known))
            {
                AddErrorClaims(known, error, error.Claims.Where(added.Contains));
                continue;
            }

            var id = keys.ArticleErrors[error.Key] = keys.New();
            db.ArticleErrors.Add(new ArticleError
            {
                Id = id,
                SourceId = keys.Sources[error.Article],
                Order = data.ArticleErrors.Where(e => e.Article == error.Article).TakeWhile(e => e != error).Count(),
                Kind = error.Kind,
                Paragraph = error.Paragraph,
                Paragraphs = error.Paragraphs,
                Published = SeedText.Of(error.WhatEn, error.WhatAr),
                Intended = SeedText.Of(error.IntendedEn, error.IntendedAr),
                Basis = error.Basis,
                Harm = error.Harm,
                DataSetId = keys.DataSetId,
                ExternalKey = error.Key,
            });
            AddErrorClaims(id, error, error.Claims);
        }
    }

    private void AddErrorClaims(Guid errorId, SeedArticleError error, IEnumerable<string> claims) =>
        db.AddRange(claims.Select(c => new ArticleErrorClaim
        {
            Id = keys.New(),
            SourceId = keys.Sources[error.Article],
            ArticleErrorId = errorId,
            ClaimNumber = keys.Claims[c],
            Order = error.Claims.ToList().IndexOf(c),
        }));
}
