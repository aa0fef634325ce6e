using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Everything the desk knows of a source: what it is, what became of it, which claims use it, what is wrong with it; for staff our copies of it, and what its publisher was asked.</summary>
public sealed class SourceModel(ClaimDbContext db, Links links, ClaimHistory history, ArchiveClient archive) : SourcePage(db, links)
{
    private ILookup<Guid, Guid> errorAuthors = null!; // read before the page is shown

    public SourceView View { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    /// <summary>Null for those who do not see staff matters.</summary>
    public CapturesPanel? Captures { get; private set; }

    /// <summary>Newest first; none for those who do not see staff matters.</summary>
    public IReadOnlyList<CorrectionRequest> Requests { get; private set; } = [];

    public bool CanEdit => Permissions.CanEditSources(Actor);

    public bool CanWithhold => Permissions.CanWithholdSource(Actor);

    public bool CanRequest => Permissions.CanRequestCorrection(Actor);

    public bool CanConfirm(ArticleError error) => Permissions.CanConfirmError(Actor, error, errorAuthors[error.Id]);

    public bool IsOwn(ArticleError error) => Permissions.IsAuthorOf(Actor, error, errorAuthors[error.Id]);

    public bool CanHandToArchive => CanEdit && archive.IsOn && Source is { Address: not null, Visibility: SourceVisibility.Public };

    public bool SeesStaffOnly => Permissions.SeesStaffOnly(Actor);

    /// <summary>The day its publisher corrected it, where that is not marked yet.</summary>
    public DateOnly? OffersCorrected => CanEdit && Source.Status is SourceStatus.Live or SourceStatus.Updated
        ? Requests.FirstOrDefault(r => r.Outcome is CorrectionOutcome.Corrected)?.OutcomeOn
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        Staff = await StaffNames.ReadAsync(Db, Actor, ct);
        View = await SourceView.ReadAsync(Db, history, Source, Actor, ct);
        errorAuthors = await ErrorLooks.AuthorsAsync(Db, [Id], ct);
        Captures = await CapturesPanel.ReadAsync(Db, Id, Staff, Actor, ct);
        if (SeesStaffOnly)
        {
            Requests = await Db.CorrectionRequests.AsNoTracking().Where(r => r.SourceId == Id).OrderByDescending(r => r.Id).ToListAsync(ct);
        }
        else
        {
            View = View with { History = StaffMatters.TakenOutOf(View.History) };
        }
    }
}
