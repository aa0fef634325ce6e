using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

/// <summary>A claim that may say the same as one about to be logged.</summary>
public sealed record PossibleTwin(int Number, LocalizedText Statement, Stage Stage, PublicState PublicState);

/// <summary>Finds claims whose statement has nearly the same words, however they are spelt, so that one claim is logged once.</summary>
public sealed class PossibleTwins(ClaimDbContext db)
{
    private const int MaxTwins = 5;
    private const int Candidates = 200;

    /// <summary>Share of the words of both that they have in common.</summary>
    private const double Alike = 0.6;

    /// <summary>Words long enough to tell claims apart, of which a twin holds all.</summary>
    private const int TellingWords = 2;

    public async Task<IReadOnlyList<PossibleTwin>> FindAsync(LocalizedText statement, CancellationToken ct)
    {
        var found = new Dictionary<int, (PossibleTwin Twin, double Alike)>();
        foreach (var (language, text) in statement)
        {
            var words = WordsOf(text);
            var telling = words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(TellingWords);
            var candidates = await db.Claims.AsNoTracking().Where(c => c.Stage != Stage.Closed).Matching(string.Join(' ', telling))
                .OrderByDescending(c => c.Number).Take(Candidates)
                .Select(c => new PossibleTwin(c.Number, c.Statement, c.Stage, c.PublicState)).ToListAsync(ct);
            foreach (var candidate in candidates)
            {
                var other = WordsOf(candidate.Statement[language] ?? "");
                var alike = other.Count == 0 ? 0 : (double)words.Intersect(other).Count() / words.Union(other).Count();
                if (alike >= Alike && alike > found.GetValueOrDefault(candidate.Number).Alike)
                {
                    found[candidate.Number] = (candidate, alike);
                }
            }
        }

        return [.. found.Values.OrderByDescending(f => f.Alike).ThenBy(f => f.Twin.Number).Take(MaxTwins).Select(f => f.Twin)];
    }

    private static HashSet<string> WordsOf(string text) => [.. TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
