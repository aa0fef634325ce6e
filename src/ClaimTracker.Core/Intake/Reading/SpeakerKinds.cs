using System.Collections.Frozen;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Intake;

/// <summary>What a speaker nobody knows yet is likely to be, by the words of the name as written (<c>Data/speaker-kinds.txt</c>).</summary>
public static class SpeakerKinds
{
    private const int LongestName = 4;

    private static readonly FrozenSet<string> countries = Glossary.Terms(Glossary.Countries).SelectMany(t => t.Label).Select(l => TextFold.Fold(l.Value)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a word tells, or several that stand together; those come first.</summary>
    private static readonly IReadOnlyList<(PartyKind Kind, string[] Words)> signs =
    [
        .. SearchData.LinesOf("intake/speaker-kinds").Select(l => l.Split(':', 2))
            .SelectMany(p => p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), (p, sign) => (Enum.Parse<PartyKind>(p[0]), Words: sign.Split('_').Select(TextFold.Fold).ToArray()))
            .OrderByDescending(s => s.Words.Length),
    ];

    /// <summary>
    /// A country is its government. Else the kind that the first word tells that tells one; two to four words that tell none are a person's
    /// name; else null.
    /// </summary>
    public static PartyKind? Guess(string name)
    {
        var words = Words.Of(name).Where(w => !w.IsPart).Select(w => w.Text).ToList();
        if (countries.Contains(string.Join(' ', words is ["the", ..] ? words.Skip(1) : words)))
        {
            return PartyKind.Government;
        }

        for (var at = 0; at < words.Count; at++)
        {
            var rest = words[at..];
            if (signs.FirstOrDefault(s => rest.Take(s.Words.Length).SequenceEqual(s.Words, StringComparer.Ordinal)) is { Words: not null } sign)
            {
                return sign.Kind;
            }
        }

        return words.Count is >= 2 and <= LongestName ? PartyKind.Person : null;
    }
}
