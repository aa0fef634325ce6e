using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Statistics;

/// <summary>What waits at the desk, how long and for whom; observers see roles instead of names.</summary>
public sealed class IndexModel(ClaimDbContext db, DeskStatistics statistics) : PageModel
{
    /// <summary>Named per queue.</summary>
    private const int MostPeople = 10;

    public IReadOnlyList<QueueState> Queues { get; private set; } = [];

    public StaffNames Staff { get; private set; } = null!; // set by the handler

    public async Task OnGetAsync(CancellationToken ct)
    {
        Queues = await statistics.ReadAsync(ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
    }

    /// <summary>Names with their counts; of people who are named by role, those of one role together.</summary>
    public IEnumerable<(string Name, int Count)> WaitingFor(QueueState queue) =>
        queue.WaitingFor.GroupBy(w => w.PersonId is null ? Anybody(queue.Queue) : Staff.Of(w.PersonId))
            .Select(g => (Name: g.Key, Count: g.Sum(w => w.Count))).OrderByDescending(w => w.Count).Take(MostPeople);

    /// <summary>Where the queue is worked on; null: not by whoever looks.</summary>
    public static string? AddressOf(DeskQueue queue, Links links, Actor reader) => queue switch
    {
        DeskQueue.InReview => links.Desk.Review(),
        DeskQueue.Contested => links.Desk.Contested(),
        DeskQueue.Corrections or DeskQueue.Confirmations => links.Desk.Home(),
        DeskQueue.Reports or DeskQueue.Suggestions when !Permissions.SeesStaffOnly(reader) => null,
        DeskQueue.Reports => links.Desk.Challenges(),
        DeskQueue.Suggestions => links.Desk.Suggested(),
        _ => links.Desk.Claims(("stage", Core.Glossary.Code(queue))),
    };

    private static string Anybody(DeskQueue queue) => queue switch
    {
        DeskQueue.Logged or DeskQueue.Checking or DeskQueue.Returned or DeskQueue.Suggestions => DeskText.QueueForCheckers,
        DeskQueue.Contested => DeskText.QueueForPanel,
        _ => DeskText.QueueForEditors,
    };
}
