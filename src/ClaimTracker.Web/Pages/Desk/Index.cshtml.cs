using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Desk.Searches;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>My work: what waits for whoever is signed in, the desk's start page.</summary>
public sealed class IndexModel(MyWork work, BulkImportList imports, SavedSearchList searches, DeskClaimList claims, ChallengeList challenges, AnswerSettings answers, ClaimDbContext db) : PageModel
{
    /// <summary>Saved searches shown here; the rest stand on their own page.</summary>
    private const int MaxSearches = 5;

    public MyWorkLists Work { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<BulkImport> Imports { get; private set; } = [];

    public IReadOnlyList<ChallengeRow> Challenges { get; private set; } = [];

    public DateOnly Today => answers.DayOf(db.Now);

    public SearchCards Searches { get; private set; } = null!; // read before the page is shown

    /// <summary>The lists that hold something, in the order in which they press.</summary>
    public IReadOnlyList<WorkTile> Tiles { get; private set; } = [];

    public bool SeesNames => Permissions.SeesStaffNames(User.ToActor());

    public string WordsOf(ConfirmationKind kind) => kind switch
    {
        ConfirmationKind.Withdrawal => DeskText.MyWorkKindWithdrawal,
        ConfirmationKind.Restore => DeskText.MyWorkKindRestore,
        ConfirmationKind.Removal => DeskText.MyWorkKindRemoval,
        ConfirmationKind.Correction => DeskText.MyWorkKindCorrection,
        ConfirmationKind.Translation => DeskText.MyWorkKindTranslation,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Work = await work.ReadAsync(actor, ct);
        Imports = await imports.WaitingAsync(actor, ct);
        Challenges = await challenges.WaitingAsync(actor, MyWork.MaxRows, ct);
        Staff = await StaffNames.ReadAsync(db, actor, ct);
        Searches = await SearchCards.ReadAsync(await searches.FirstAsync(actor, MaxSearches, ct), db, claims, Staff, actor, ct);
        Tiles =
        [
            .. new WorkTile[]
            {
                new("confirmations", DeskText.MyWorkConfirmations, Work.Confirmations.Count, IsAlert: Work.Confirmations.Any(c => c.Kind is ConfirmationKind.Removal)),
                new("returned", Work.IsOverview ? DeskText.MyWorkReturnedAll : DeskText.MyWorkReturned, Work.Returned.Count, IsAlert: true),
                new("votes", Work.IsOverview ? DeskText.MyWorkVotesAll : DeskText.MyWorkVotes, Work.Votes.Count),
                new("review", Work.IsOverview ? DeskText.MyWorkReviewAll : DeskText.MyWorkReview, Work.Review.Count),
                new("challenges", DeskText.MyWorkChallenges, Challenges.Count, IsAlert: Challenges.Any(c => c.DueOn < Today)),
                new("errors", DeskText.MyWorkErrors, Work.Errors.Count),
                new("imports", DeskText.MyWorkImports, Imports.Count),
                new("sources", DeskText.MyWorkSources, Work.ChangedSources.Count, IsAlert: true),
                new("mentions", DeskText.MyWorkMentions, Work.Mentions.Count),
                new("contacts", DeskText.MyWorkContacts, Work.Contacts.Count, IsAlert: Work.Contacts.Any(c => c.IsOver)),
                new("dates", DeskText.MyWorkDates, Work.Dates.Count, IsAlert: Work.Dates.Any(d => d.IsOver)),
                new("assigned", Work.IsOverview ? DeskText.MyWorkInHand : DeskText.MyWorkAssigned, Work.Assigned.Count),
                new("logged", DeskText.MyWorkLogged, Work.Logged.Count),
            }.Where(t => t.Count > 0),
        ];
    }
}

/// <summary>One list of the page, with how much it holds.</summary>
public sealed record WorkTile(string Id, string Title, int Count, bool IsAlert = false);
