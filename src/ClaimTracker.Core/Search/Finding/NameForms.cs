namespace ClaimTracker.Core.Search;

/// <summary>A word as it may stand in a name: as typed, and without or with what Arabic puts before it: «وبوتين», «لأوكرانيا», «كرملين».</summary>
internal static class NameForms
{
    private const string Article = "ال";
    private const int Shortest = 3;

    /// <summary>As typed first. A letter counts as a clitic only where the stem stays the same without it.</summary>
    public static List<string> Of(Word word)
    {
        var forms = new List<string> { word.Text };
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i];
            if (form[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك')
            {
                Add(form[1..]);
            }

            if (form.StartsWith("لل", StringComparison.Ordinal))
            {
                Add(Article + form[2..]);
            }

            Add(form.StartsWith(Article, StringComparison.Ordinal) ? form[Article.Length..] : Article + form);
        }

        return forms;

        void Add(string form)
        {
            if (form.Length >= Shortest && !forms.Contains(form) && Words.StemOf(form) == word.Stem)
            {
                forms.Add(form);
            }
        }
    }
}
