using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Contested;

/// <summary>An open panel and how it stands.</summary>
public sealed record BoardCard(Panel Panel, LocalizedText Words, bool IsPublic, Guid? AssigneeId, IReadOnlyList<Guid> AuthorIds, Guid? ApproverId, Guid? JudgedRatingId, IReadOnlyList<Decision> Votes)
{
    public PanelTally Tally => PanelRules.Tally(Panel.Size, Votes.Select(v => new PanelVote(v.ById, v.RatingId ?? Guid.Empty)));

    public Decision? VoteOf(Guid? user) => Votes.FirstOrDefault(v => v.ById == user);

    /// <summary>Votes per rating, the most first.</summary>
    public IEnumerable<(Guid RatingId, int Votes)> Standing => Votes.GroupBy(v => v.RatingId ?? Guid.Empty).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2);
}

/// <summary>The contested claims.</summary>
public static class Board
{
    public static async Task<IReadOnlyList<BoardCard>> ReadAsync(ClaimDbContext db, CancellationToken ct)
    {
        var panels = await db.Panels.AsNoTracking().Where(p => p.Outcome == PanelOutcome.Open)
            .Join(db.Claims, p => p.ClaimNumber, c => c.Number, (p, c) => new { Panel = p, c.Statement, c.Summary, c.PublicState, c.AssigneeId })
            .OrderBy(p => p.Panel.Deadline).ThenBy(p => p.Panel.ClaimNumber).ToListAsync(ct);
        var ids = panels.ConvertAll(p => p.Panel.VerdictId);
        var verdicts = await db.Verdicts.AsNoTracking().Include(v => v.Authors).Include(v => v.Decisions).Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        return panels.ConvertAll(p =>
        {
            var verdict = verdicts[p.Panel.VerdictId];
            return new BoardCard(
                p.Panel,
                p.Summary.IsEmpty ? p.Statement : p.Summary,
                p.PublicState is not PublicState.None,
                p.AssigneeId,
                verdict.Authors.ConvertAll(a => a.UserId),
                verdict.DecidedById,
                verdict.RatingId,
                [.. verdict.Decisions.Where(d => d.Kind is DecisionKind.Vote && d.PanelId == p.Panel.Id).OrderBy(d => d.At)]);
        });
    }
}
