namespace ClaimTracker.Core.Search;

/// <summary>Takes a text apart into words. Pure; never throws; the same on save and on query.</summary>
public static class Words
{
    /// <summary>The words of a text in their order; a quantity is followed by its parts.</summary>
    public static IReadOnlyList<Word> Of(string? text)
    {
        var words = new List<Word>();
        foreach (var part in TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(new Word(part, part, 0, 0, char.IsDigit(part[0]) ? WordKind.Number : WordKind.Word));
        }

        return words;
    }
}
