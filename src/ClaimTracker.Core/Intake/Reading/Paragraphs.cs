namespace ClaimTracker.Core.Intake;

/// <summary>Takes the normalised text of an article apart into paragraphs: its lines that are not blank.</summary>
public static class Paragraphs
{
    public static IReadOnlyList<ArticleParagraph> Of(string text)
    {
        var paragraphs = new List<ArticleParagraph>();
        var from = 0;
        var codePoints = 0;
        while (from < text.Length)
        {
            var newLine = text.IndexOf('\n', from);
            var end = newLine < 0 ? text.Length : newLine;
            var line = text.AsSpan(from, end - from);
            if (!line.IsWhiteSpace())
            {
                var start = codePoints + CodePoints.Count(line[..(line.Length - line.TrimStart().Length)]);
                var readable = line.Trim().ToString();
                paragraphs.Add(new ArticleParagraph(paragraphs.Count + 1, readable, new CodePointRange(start, start + CodePoints.Count(readable))));
            }

            codePoints += CodePoints.Count(line) + 1;
            from = end + 1;
        }

        return paragraphs;
    }
}
