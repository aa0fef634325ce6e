using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

/// <summary>A claim of the desk that is near one about to be logged, with what they share and what tells them apart.</summary>
public sealed record LikeClaim(Match Match, LocalizedText Statement, Stage Stage, PublicState PublicState)
{
    public int Number => Match.Number;

    /// <summary>Whose check it is, if another publisher made it.</summary>
    public PublicOutsideReview? Outside { get; init; }

    public bool IsSame => Match.Band is MatchBand.Same;
}

/// <summary>Finds the open claims that say the same as one about to be logged, or nearly so, so that one claim is logged once.</summary>
public sealed class LikeClaims(ClaimDbContext db)
{
    private const int Shown = 6;

    /// <summary>More are looked at than shown: closed claims among them fall out.</summary>
    private const int LookedAt = 20;

    /// <summary>The same claim first, then the nearest. Each wording is looked up by itself; the nearer one tells.</summary>
    public async Task<IReadOnlyList<LikeClaim>> FindAsync(LocalizedText statement, CancellationToken ct)
    {
        var matcher = new ClaimMatcher(db, SearchScope.Desk);
        var found = new List<Match>();
        foreach (var (_, text) in statement)
        {
            found.AddRange(await matcher.FindAsync(text.Length > MatchText.MaxLength ? text[..MatchText.MaxLength] : text, LookedAt, ct));
        }

        var nearest = InOrder(found).DistinctBy(m => m.Number).ToList();
        var numbers = nearest.ConvertAll(m => m.Number);
        var open = await db.Claims.AsNoTracking().Where(c => numbers.Contains(c.Number) && c.Stage != Stage.Closed)
            .Select(c => new { c.Number, c.Statement, c.Stage, c.PublicState }).ToDictionaryAsync(c => c.Number, ct);
        var outside = await db.Verdicts.AsNoTracking().Where(v => numbers.Contains(v.ClaimNumber) && v.Outside != null && db.Claims.Any(c => c.Number == v.ClaimNumber && c.PublicState == PublicState.Imported))
            .Select(v => v.Outside!).ToDictionaryAsync(r => r.ClaimNumber, r => new PublicOutsideReview(r.Address, r.Title, r.Publisher, r.RatingWords, r.PublishedOn), ct);
        return
        [
            .. nearest.Where(m => open.ContainsKey(m.Number)).Take(Shown)
                .Select(m => new LikeClaim(m, open[m.Number].Statement, open[m.Number].Stage, open[m.Number].PublicState) { Outside = outside.GetValueOrDefault(m.Number) }),
        ];
    }

    private static IOrderedEnumerable<Match> InOrder(IEnumerable<Match> found) =>
        found.OrderBy(m => m.Band).ThenByDescending(m => m.Score).ThenByDescending(m => m.Number);
}
