using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What the desk calls its people: by name, or for an observer by role.</summary>
public sealed class StaffNames
{
    private readonly Dictionary<Guid, string> names;

    private StaffNames(Dictionary<Guid, string> names, bool seesNames, bool seesStaffOnly) => (this.names, SeesNames, SeesStaffOnly) = (names, seesNames, seesStaffOnly);

    /// <summary>Whether people stand here by name.</summary>
    public bool SeesNames { get; }

    /// <summary>Whether the person reading may see what is kept for staff, such as whom a request for comment was sent to.</summary>
    public bool SeesStaffOnly { get; }

    /// <summary>Everybody: newsrooms are small.</summary>
    public static async Task<StaffNames> ReadAsync(ClaimDbContext db, Actor reader, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName, u.Roles }).ToListAsync(ct);
        var seesNames = Permissions.SeesStaffNames(reader);
        return new StaffNames(people.ToDictionary(p => p.Id, p => seesNames ? p.DisplayName : RoleOf(p.Roles)), seesNames, Permissions.SeesStaffOnly(reader));
    }

    /// <summary>Null: the program itself, or a reader.</summary>
    public string Of(Guid? id) => id is { } known && names.TryGetValue(known, out var name) ? name : DeskText.StaffProgram;

    /// <summary>The name, or null where nobody is named.</summary>
    public string? OrNull(Guid? id) => id is null ? null : Of(id);

    private static string RoleOf(Roles roles) =>
        roles.IncludesEditor() ? DeskText.StaffEditor
        : roles.IncludesChecker() ? DeskText.StaffChecker
        : roles.IncludesAdmin() ? DeskText.StaffAdmin
        : DeskText.StaffObserver;
}
