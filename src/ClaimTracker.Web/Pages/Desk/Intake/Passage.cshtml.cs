using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Chooses a passage of a paragraph by its first and last word, for those without a script.</summary>
public sealed class PassageModel(ClaimDbContext db, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public int Paragraph { get; set; }

    public Article Article { get; private set; } = null!; // set by OnGetAsync before anything is shown

    /// <summary>The words as they stand, with their places in the text.</summary>
    public IReadOnlyList<PassageWord> Words { get; private set; } = [];

    /// <param name="first">Where the first word begins.</param>
    /// <param name="last">Where the last word ends; both: the passage is chosen.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IActionResult> OnGetAsync(int? first, int? last, CancellationToken ct)
    {
        if (await Article.FindAsync(db, Id, User.ToActor(), ct) is not { } article
            || Paragraphs.Of(article.Text).FirstOrDefault(p => p.Number == Paragraph) is not { } paragraph)
        {
            return NotFound();
        }

        if (first is { } from && last is { } to && from < to)
        {
            return Redirect(links.Desk.PassageClaim(Id, from, to));
        }

        Article = article;
        Words = PassageWord.Of(paragraph);
        return Page();
    }
}

/// <summary>A word of a paragraph, in code points of the article.</summary>
public sealed record PassageWord(string Text, CodePointRange Place)
{
    public static IReadOnlyList<PassageWord> Of(ArticleParagraph paragraph)
    {
        var words = new List<PassageWord>();
        for (var at = 0; at < paragraph.Text.Length;)
        {
            var end = at;
            while (end < paragraph.Text.Length && !char.IsWhiteSpace(paragraph.Text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(new PassageWord(paragraph.Text[at..end], paragraph.PlaceOf(new Core.Search.TextRange(at, end - at))));
            }

            at = end + 1;
        }

        return words;
    }
}
