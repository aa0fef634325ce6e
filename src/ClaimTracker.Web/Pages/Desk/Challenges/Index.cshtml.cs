using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Challenges;

/// <summary>What readers reported, in the order in which it has to be answered.</summary>
public sealed class IndexModel(ChallengeList list, ClaimDbContext db, AnswerSettings settings, Links links) : PageModel
{
    public ChallengeView View { get; private set; }

    public ChallengeKind? Kind { get; private set; }

    public DeskPage<ChallengeRow> List { get; private set; } = new([], 0, 1, 1);

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public DateOnly Today => settings.DayOf(db.Now);

    public NumberedPager Pager => new(List.Page, List.Pages, page => Address(View, Kind, page));

    public string Address(ChallengeView view, ChallengeKind? kind, int page = 1) => links.Desk.Challenges(
        ("view", view is ChallengeView.Open ? null : Glossary.Code(view)), ("kind", kind is { } of ? Glossary.Code(of) : null), ("p", page == 1 ? null : Links.Number(page)));

    public async Task OnGetAsync(string? view, string? kind, string? p, CancellationToken ct)
    {
        View = Glossary.Parse<ChallengeView>(view) ?? ChallengeView.Open;
        Kind = Glossary.Parse<ChallengeKind>(kind);
        List = await list.ReadAsync(View, Kind, User.ToActor(), NumberParser.TryParseWhole(p, out var page) ? page : 1, ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
    }
}
