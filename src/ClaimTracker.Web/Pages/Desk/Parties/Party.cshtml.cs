using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Parties;

/// <summary>A claim this party makes, with the office held when speaking.</summary>
public sealed record PartyClaim(int Number, LocalizedText Statement, Stage Stage, PublicState PublicState, LocalizedText Role);

/// <summary>Somebody who says things: names and spellings, whom they belong to, the claims they make.</summary>
public sealed class PartyModel(ClaimDbContext db, ClaimHistory history) : PageModel
{
    private const int MaxClaims = 25;
    private const int MaxMembers = 50;
    private const int MaxEntries = 20;

    [FromRoute]
    public Guid Id { get; set; }

    public Party Party { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<(Guid Id, LocalizedText Name)> Members { get; private set; } = [];

    public IReadOnlyList<(Guid Id, LocalizedText Name)> Outlets { get; private set; } = [];

    /// <summary>The latest; all of them stand in the list of claims.</summary>
    public IReadOnlyList<PartyClaim> Claims { get; private set; } = [];

    public int ClaimCount { get; private set; }

    /// <summary>Sources whose information they gathered.</summary>
    public int SourceCount { get; private set; }

    public HistoryPage History { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public bool CanEdit => Permissions.CanEditSources(User.ToActor());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        if (await db.Parties.AsNoTracking().Include(p => p.MemberOf).Include(p => p.Variants).SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } party)
        {
            return NotFound();
        }

        Party = party;
        var members = await db.Parties.AsNoTracking().Where(p => p.MemberOfId == Id).OrderBy(p => p.Id).Take(MaxMembers).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        Members = [.. members.Select(m => (m.Id, m.Name))];
        var outlets = await db.Outlets.AsNoTracking().Where(o => o.PartyId == Id).OrderBy(o => o.Id).Take(MaxMembers).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        Outlets = [.. outlets.Select(o => (o.Id, o.Name))];
        ClaimCount = await db.Claimants.OfListedClaims(db).CountAsync(c => c.PartyId == Id, ct);
        Claims = await (
            from claimant in db.Claimants
            join claim in db.Claims on claimant.ClaimNumber equals claim.Number
            where claimant.PartyId == Id
            orderby claim.Number descending
            select new PartyClaim(claim.Number, claim.Statement, claim.Stage, claim.PublicState, claimant.Role)).Take(MaxClaims).ToListAsync(ct);
        var seesWithheld = Permissions.SeesStaffOnly(actor);
        SourceCount = await db.Sources.CountAsync(s => s.OriginPartyId == Id && (seesWithheld || s.Visibility == SourceVisibility.Public), ct);
        History = await history.ReadAsync(party.AuditStream, before: null, MaxEntries, ct);
        Staff = await StaffNames.ReadAsync(db, actor, ct);
        return Page();
    }
}
