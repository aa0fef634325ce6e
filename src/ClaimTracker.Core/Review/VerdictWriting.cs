using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Puts what was typed into a verdict, and says what of it cannot be stored. Whether it may be published is the gate's to say.</summary>
internal sealed class VerdictWriting(ClaimDbContext db)
{
    /// <summary>Copies a decided verdict's text into the next number, to be corrected, translated or decided anew.</summary>
    public Verdict Next(Verdict from, VerdictState state, int number, int claimVersion)
    {
        var next = new Verdict
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = from.ClaimNumber,
            Number = number,
            State = state,
            RatingId = from.RatingId,
            Headline = from.Headline,
            Explanation = from.Explanation,
            Body = from.Body,
            ReasonTags = from.ReasonTags,
            Unknowns = from.Unknowns,
            OtherSideSearch = from.OtherSideSearch,
            Confidence = from.Confidence,
            AsOf = from.AsOf,
            ConflictDisclosure = from.ConflictDisclosure,
            JudgedClaimVersion = claimVersion,
            CreatedAt = db.Now,
        };
        next.Waivers.AddRange(from.Waivers.Select(w => new Waiver
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = w.ClaimNumber,
            VerdictId = next.Id,
            Condition = w.Condition,
            Reason = w.Reason,
            Explanation = w.Explanation,
            ById = w.ById,
        }));
        return next;
    }

    public static void AddAuthor(Verdict verdict, Guid userId, bool isCoAuthor = false)
    {
        if (!verdict.Authors.Exists(a => a.UserId == userId))
        {
            verdict.Authors.Add(new VerdictAuthor
            {
                Id = Guid.CreateVersion7(),
                ClaimNumber = verdict.ClaimNumber,
                VerdictId = verdict.Id,
                UserId = userId,
                IsCoAuthor = isCoAuthor,
            });
        }
    }

    public async Task<Outcome.Invalid?> FaultsAsync(VerdictDraft draft, RatedAspect aspect, CancellationToken ct)
    {
        var faults = new VerdictDraftValidator().Faults(draft)?.ToList() ?? [];
        if (draft.RatingId is { } id && !await db.Ratings.AnyAsync(r => r.Id == id && r.Aspect == aspect, ct))
        {
            faults.Add(new Fault(nameof(draft.RatingId), FaultCode.UnknownRecord));
        }

        return faults.Count == 0 ? null : new Outcome.Invalid(faults);
    }

    public void Write(Verdict verdict, VerdictDraft draft, Guid actorId)
    {
        verdict.RatingId = draft.RatingId;
        WriteTexts(verdict, draft);
        verdict.ReasonTags = draft.ReasonTags;
        verdict.Confidence = draft.Confidence;
        verdict.AsOf = draft.AsOf;
        foreach (var gone in verdict.Waivers.Where(w => !draft.Waivers.Any(d => d.Condition.ToString() == w.Condition)).ToList())
        {
            verdict.Waivers.Remove(gone);
            db.Remove(gone);
        }

        foreach (var wanted in draft.Waivers)
        {
            var waiver = verdict.Waivers.Find(w => w.Condition == wanted.Condition.ToString());
            if (waiver is null)
            {
                verdict.Waivers.Add(new Waiver
                {
                    Id = Guid.CreateVersion7(),
                    ClaimNumber = verdict.ClaimNumber,
                    VerdictId = verdict.Id,
                    Condition = wanted.Condition.ToString(),
                    Reason = wanted.Reason,
                    Explanation = wanted.Explanation,
                    ById = actorId,
                });
                continue;
            }

            waiver.Reason = wanted.Reason;
            waiver.Explanation = wanted.Explanation;
        }
    }

    /// <summary>Only the words: what a correction or a translation may touch.</summary>
    public static void WriteTexts(Verdict verdict, VerdictDraft draft)
    {
        verdict.Headline = draft.Headline?.Apply(verdict.Headline) ?? verdict.Headline;
        verdict.Explanation = draft.Explanation?.Apply(verdict.Explanation) ?? verdict.Explanation;
        verdict.Body = draft.Body?.Apply(verdict.Body) ?? verdict.Body;
        verdict.Unknowns = draft.Unknowns?.Apply(verdict.Unknowns) ?? verdict.Unknowns;
        verdict.OtherSideSearch = draft.OtherSideSearch?.Apply(verdict.OtherSideSearch) ?? verdict.OtherSideSearch;
        verdict.ConflictDisclosure = draft.ConflictDisclosure?.Apply(verdict.ConflictDisclosure) ?? verdict.ConflictDisclosure;
    }

    /// <summary>Headline and explanation are held to the gate's rules wherever no gate stands before publication.</summary>
    public static Outcome.Invalid? TextsNotFit(GateResult gate)
    {
        var faults = gate.Languages
            .SelectMany(l => l.Unmet.Select(c => (l.Language, Check: c)))
            .Where(u => u.Check.Condition is GateCondition.Headline or GateCondition.Explanation && u.Check.Text is not TextFault.Missing)
            .Select(u => new Fault($"{u.Check.Condition}.{u.Language}", u.Check.Text is TextFault.TooLong ? FaultCode.TooLong : FaultCode.TooShort))
            .ToList();
        return faults.Count == 0 ? null : new Outcome.Invalid(faults);
    }
}
