using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>A form of a verb of saying: its words, folded, the word that has to follow later, and the step it is.</summary>
internal sealed record VerbForm(string Verb, string[] Words, string? Later, bool NeedsDocument, bool EndsInAlef, bool IsPlural)
{
    private const char DocumentMark = '~';
    private const int ShortestWithDual = 4;

    /// <summary>The forms of a line of <c>Data/attribution-verbs.txt</c>.</summary>
    public static IEnumerable<VerbForm> Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(entry => Of(line[..colon], entry));
    }

    private static IEnumerable<VerbForm> Of(string verb, string entry)
    {
        var parts = entry.TrimStart(DocumentMark).Split('>');
        var later = parts.Length > 1 ? TextFold.Fold(parts[1]) : null;
        var plural = parts[0].EndsWith('+') ? parts[0][..^1] : null;
        return Persons(parts[0]).Select(form => new VerbForm(
            verb, [.. form.Split('_').Select(TextFold.Fold)], later, entry[0] is DocumentMark, form[^1] is 'ى', form == plural || (verb is not AttributionVerbs.By && form is "say" or "tell" or "write" or "think" or "feel" or "admit")));
    }

    private static IEnumerable<string> Persons(string entry) =>
        entry.EndsWith('+') ? English(entry[..^1])
        : entry.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? [.. Past(entry[..slash]), .. Present(entry[(slash + 1)..])]
        : [entry];

    /// <summary>deny, denies, denied; note, notes, noted; stress, stresses.</summary>
    private static IEnumerable<string> English(string verb)
    {
        var isSoft = verb is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'];
        return isSoft ? [verb, verb[..^1] + "ies", verb[..^1] + "ied"] : [verb, verb + "s", verb.EndsWith('e') ? verb + "d" : verb + "ed"];
    }

    /// <summary>أكد, أكدت, أكدتا, أكدوا, أكدا, أكدن; نفى, نفت, نفوا; short ones have no dual, which would be a noun: ردا.</summary>
    private static IEnumerable<string> Past(string he)
    {
        var isWeak = he[^1] is 'ى' || (he.Length == 3 && he[^1] is 'ا');
        var stem = isWeak ? he[..^1] : he;
        return [he, stem + "ت", stem + "تا", stem + "وا", .. isWeak ? [stem + (he[^1] is 'ى' ? "يا" : "وا")] : he.Length >= ShortestWithDual ? [he + "ا", he + "ن"] : Array.Empty<string>()];
    }

    /// <summary>يؤكد, تؤكد, يؤكدون, يؤكدان, تؤكدان; ينفي, ينفون, ينفيان.</summary>
    private static IEnumerable<string> Present(string he)
    {
        var she = "ت" + he[1..];
        var plural = he[^1] is 'ي' or 'ى' or 'و' ? he[..^1] : he;
        var dual = he[^1] is 'ى' ? he[..^1] + "ي" : he;
        return [he, she, plural + "ون", dual + "ان", "ت" + dual[1..] + "ان"];
    }
}
