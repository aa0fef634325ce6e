using System.Globalization;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>Creating forms carry a submission id, stored with the result in the same save: a second arrival gets the first answer (rule 2).</summary>
internal static class Submissions
{
    /// <summary>The answer this submission already got, or null when it is the first.</summary>
    public static async Task<Outcome?> AnswerOfAsync(ClaimDbContext db, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (submissionId == Guid.Empty)
        {
            return new Outcome.Invalid("SubmissionId", FaultCode.Required);
        }

        var first = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == submissionId, ct);
        if (first is null)
        {
            return null;
        }

        // Somebody else's answer is nobody's business.
        return first.UserId == actor.UserId ? Read(first.Result) : new Outcome.Invalid("SubmissionId", FaultCode.Duplicate);
    }

    /// <summary>Remembers the answer; saved together with what it is about.</summary>
    public static Outcome.Done Remember(ClaimDbContext db, Guid submissionId, Actor actor, Outcome.Done done)
    {
        db.Submissions.Add(new Submission
        {
            Id = submissionId,
            UserId = actor.UserId,
            Result = string.Create(CultureInfo.InvariantCulture, $"{done.Number}|{done.Id}"),
            At = db.Now,
        });
        return done;
    }

    internal static Outcome.Done Read(string result)
    {
        var parts = result.Split('|');
        return new Outcome.Done(int.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
