using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Why a page's action is not open to this person now, before anything is sent.</summary>
public static class Refusals
{
    public static RefusalNotice Notice(Refusal refusal, ClaimHeader header) => refusal.Kind is RefusalKind.NotPermitted
        ? RefusalNotice.Forbidden(ReviewWords.Of(refusal.Reason))
        : NotNow(refusal.Reason, header);

    public static RefusalNotice NotNow(RefusalReason reason, ClaimHeader header) =>
        RefusalNotice.Conflict(ReviewWords.Of(reason), [.. header.Allowed.Select(t => ReviewWords.Of(t.Action))]);
}
