using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What this claim does to others; links that others make are theirs.</summary>
public sealed class LinksModel(ClaimDbContext db, Links links, ClaimService claims) : ClaimPage(db, links)
{
    [BindProperty]
    public LinkForm Link { get; set; } = new();

    [BindProperty]
    public int LinkVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await LoadAsync(ct);
        LinkVersion = Header?.Claim.Version ?? 0;
        return answer ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        // Who may not link is told so before being asked to fill in a form.
        if (Header.CanEdit && !await this.ValidateAsync(new Validator(), Link, ct, nameof(Link)))
        {
            return this.InvalidPage();
        }

        return await SaveAsync(new LinkRow { ToNumber = Link.ToNumber ?? 0, Kind = Link.Kind ?? default, Note = Link.Note.ToEdit() }, ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid linkId, CancellationToken ct) => SaveAsync(new LinkRow { Id = linkId, Remove = true }, ct);

    private async Task<IActionResult> SaveAsync(LinkRow row, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        var outcome = await claims.ReviseAsync(Number, LinkVersion, new ClaimEdit { Links = [row] }, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(CommonText.Saved, "links");
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        ModelState.Remove(nameof(LinkVersion));
        LinkVersion = Header.Claim.Version;
        return this.Answer(outcome, path => path.EndsWith("ToNumber", StringComparison.Ordinal) ? "Link.To" : "Link." + path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
    }

    private sealed class Validator : AbstractValidator<LinkForm>
    {
        public Validator()
        {
            RuleFor(l => l.Kind).NotNull();
            RuleFor(l => l.To).NotEmpty();
            RuleFor(l => l.To).Must((l, _) => l.ToNumber is not null).WithMessage(_ => ValidationTexts.Named(DeskText.LinkTo, DeskText.ActionIntoInvalid)).When(l => l.To is not null);
        }
    }
}

/// <summary>A link to another claim, by its number.</summary>
public sealed class LinkForm
{
    [Display(Name = nameof(DeskText.LinkKind), ResourceType = typeof(DeskText))]
    public LinkKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.LinkTo), ResourceType = typeof(DeskText))]
    public string? To { get; set; }

    [Display(Name = nameof(DeskText.WorkbenchNote), ResourceType = typeof(DeskText))]
    public TextInput Note { get; set; } = new();

    public int? ToNumber => ClaimNumbers.TryParse(To, out var number) ? number : null;
}
