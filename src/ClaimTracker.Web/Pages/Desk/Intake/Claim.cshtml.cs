using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Logs a claim from a passage of an article: a page of its own, or, for the script, the form beside the text.</summary>
public sealed class ClaimModel(ClaimDbContext db, ClaimService claims, LikeClaims likes, Formats formats, Links links) : LoggingPage(db, claims, likes)
{
    /// <summary>The header by which the script asks for the form alone.</summary>
    public const string PanelHeader = "X-Panel";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The passage in code points of the working text.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    public Article Article { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public Passage? Passage { get; private set; }

    /// <summary>Words that may name who speaks, and were not filled in.</summary>
    public string? LeftOut { get; private set; }

    /// <summary>Known people whose surname those words are.</summary>
    public IReadOnlyList<Party> Namesakes { get; private set; } = [];

    /// <summary>By which rule the day of saying is proposed; null: none is, or the person wrote another.</summary>
    public string? DayOfSayingRule => Passage is null || !Input.AssertedOn.IsSameAs(PassageFiller.DayOfSayingIn(Article.Source, Passage)) ? null
        : DayOfSaying.Of(Passage.Anchor.Exact, Passage.Reading.Dates) is not null ? IntakeText.DayOfSayingAtVerb
        : Article.Source.PublishedOn is null ? null : IntakeText.DayOfSayingArticle;

    public bool IsPanel => Request.Headers.ContainsKey(PanelHeader);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Passage is null)
        {
            return NotFound();
        }

        (Input, LeftOut, Namesakes) = await new PassageFiller(Db, formats).FillAsync(Article.Source, Passage, ct);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await LoadAsync(ct) ? await LogAsync(ct) : NotFound();

    protected override IActionResult Logged(int number)
    {
        if (IsPanel)
        {
            return Partial("_Logged", number);
        }

        this.Done(DeskText.ClaimFormDone);
        return Redirect(links.Desk.ReadArticle(Id) + (Passage is null ? "" : $"#p-{Passage.Paragraphs.From}"));
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var article = await Article.FindAsync(Db, Id, User.ToActor(), ct);
        Article = article!; // handlers stop when there is none
        Passage = article?.PassageAt(From, To);
        return article is not null;
    }
}
