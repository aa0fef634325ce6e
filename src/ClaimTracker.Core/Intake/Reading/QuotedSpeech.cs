namespace ClaimTracker.Core.Intake;

/// <summary>Which words of a sentence stand within quotation marks: a verb there tells what the speaker passes on, not who speaks.</summary>
internal static class QuotedSpeech
{
    /// <summary>For each word whether it is quoted. A mark that only closes quotes from the beginning, one that only opens to the end.</summary>
    public static bool[] Of(SentenceWords words)
    {
        var quoted = new bool[words.Words.Count];
        var text = words.Text;
        var (word, isOpen) = (0, StartsQuoted(text));
        for (var i = 0; i < text.Length && word < quoted.Length; i++)
        {
            if (i == words.Words[word].Start)
            {
                quoted[word++] = isOpen;
            }

            isOpen = text[i] switch
            {
                '«' or '“' => true,
                '»' or '”' => false,
                '"' => !isOpen,
                _ => isOpen,
            };
        }

        return quoted;
    }

    /// <summary>The first mark closes.</summary>
    private static bool StartsQuoted(string text)
    {
        var first = text.AsSpan().IndexOfAny("«»“”\"");
        return first >= 0 && (text[first] is '»' or '”' || (text[first] is '"' && IsClosing(text, first)));
    }

    private static bool IsClosing(string text, int at) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('(' or '-' or '–' or '—') && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
