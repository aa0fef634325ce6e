namespace ClaimTracker.Core.Users;

/// <summary>What a page asks of whoever opens it.</summary>
public enum PagePermission
{
    Anyone,
    SignedIn,
    ReadDesk,
    LogClaim,
    EditSources,
    WithholdSource,
    StageImport,
    SeeStaffOnly,
    RequestCorrection,
    Administer,
}

/// <summary>
/// Which permission each folder of pages asks for. The page conventions and the tests read it, so that a new page cannot
/// forget its policy: a page outside these folders belongs to nobody.
/// </summary>
public static class PageAccess
{
    /// <summary>By path below <c>Pages</c>; of several that fit, the longest holds.</summary>
    public static readonly IReadOnlyDictionary<string, PagePermission> ByPath = new Dictionary<string, PagePermission>(StringComparer.OrdinalIgnoreCase)
    {
        ["/Public"] = PagePermission.Anyone,
        ["/Embed"] = PagePermission.Anyone,
        ["/Account"] = PagePermission.Anyone,
        ["/Account/Manage"] = PagePermission.SignedIn,
        ["/Desk"] = PagePermission.ReadDesk,
        ["/Desk/Challenges"] = PagePermission.SeeStaffOnly,
        ["/Desk/Suggested"] = PagePermission.SeeStaffOnly,
        ["/Desk/Claims/New"] = PagePermission.LogClaim,
        ["/Desk/Sources/New"] = PagePermission.EditSources,
        ["/Desk/Sources/Edit"] = PagePermission.EditSources,
        ["/Desk/Sources/Error"] = PagePermission.EditSources,
        ["/Desk/Sources/Status"] = PagePermission.EditSources,
        ["/Desk/Sources/Archive"] = PagePermission.EditSources,
        ["/Desk/Sources/Captures"] = PagePermission.SeeStaffOnly,
        ["/Desk/Sources/CaptureText"] = PagePermission.SeeStaffOnly,
        ["/Desk/Sources/CorrectionRequest"] = PagePermission.RequestCorrection,
        ["/Desk/Sources/CorrectionAnswer"] = PagePermission.RequestCorrection,
        ["/Desk/Sources/Visibility"] = PagePermission.WithholdSource,
        ["/Desk/Parties/New"] = PagePermission.EditSources,
        ["/Desk/Parties/Edit"] = PagePermission.EditSources,
        ["/Desk/Outlets/New"] = PagePermission.EditSources,
        ["/Desk/Outlets/Edit"] = PagePermission.EditSources,
        ["/Desk/Import"] = PagePermission.StageImport,
        ["/Admin"] = PagePermission.Administer,
    };

    /// <summary>The permission of the page at that path, such as <c>/Desk/Claims/Index</c>; null where no folder covers it.</summary>
    public static PagePermission? Of(string pagePath)
    {
        for (var path = pagePath; path.Length > 0; path = path[..Math.Max(path.LastIndexOf('/'), 0)])
        {
            if (ByPath.TryGetValue(path, out var permission))
            {
                return permission;
            }
        }

        return null;
    }

    /// <summary>Whether the actor may open such a page. An account without a role is signed in and reads what readers read.</summary>
    public static bool MayOpen(PagePermission permission, Actor actor) => permission switch
    {
        PagePermission.Anyone => true,
        PagePermission.SignedIn => actor.UserId is not null,
        PagePermission.ReadDesk => Permissions.CanReadDesk(actor),
        PagePermission.LogClaim => Permissions.CanLogClaim(actor),
        PagePermission.EditSources => Permissions.CanEditSources(actor),
        PagePermission.WithholdSource => Permissions.CanWithholdSource(actor),
        PagePermission.StageImport => Permissions.CanStageImport(actor),
        PagePermission.SeeStaffOnly => Permissions.SeesStaffOnly(actor),
        PagePermission.RequestCorrection => Permissions.CanRequestCorrection(actor),
        PagePermission.Administer => actor.IsAdmin,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
