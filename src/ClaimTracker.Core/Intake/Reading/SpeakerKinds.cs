using System.Collections.Frozen;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Intake;

/// <summary>What a speaker nobody knows yet is likely to be, by the words of the name as written (<c>Data/speaker-kinds.txt</c>).</summary>
public static class SpeakerKinds
{
    private const int LongestName = 4;

    private static readonly IReadOnlyList<(PartyKind Kind, FrozenSet<string> Words)> kinds =
    [
        .. SearchData.LinesOf("intake/speaker-kinds").Select(l => l.Split(':', 2))
            .Select(p => (Enum.Parse<PartyKind>(p[0]), p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal))),
    ];

    /// <summary>The kind the first word tells that tells one; two to four words that tell none are a person's name; else null.</summary>
    public static PartyKind? Guess(string name)
    {
        var words = Words.Of(name).Where(w => !w.IsPart).Select(w => w.Text).ToList();
        foreach (var word in words)
        {
            if (kinds.FirstOrDefault(k => k.Words.Contains(word)) is { Words: not null } kind)
            {
                return kind.Kind;
            }
        }

        return words.Count is >= 2 and <= LongestName ? PartyKind.Person : null;
    }
}
