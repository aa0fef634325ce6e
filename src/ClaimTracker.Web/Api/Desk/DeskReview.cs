using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Workbench;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api.Desk;

/// <summary>Verdicts and actions of the workflow that programs send, handed to where the desk's forms go.</summary>
internal static class DeskReview
{
    public static async Task<Outcome> WriteAsync(DeskRequest request, VerdictBody body)
    {
        if (await RatingAsync(request, body.Rating) is not { } rating)
        {
            return new Outcome.Invalid(nameof(body.Rating), FaultCode.UnknownCode);
        }

        var draft = new VerdictDraft
        {
            RatingId = rating,
            Headline = EditOf(body.Headline),
            Explanation = EditOf(body.Explanation),
            Body = EditOf(body.Body),
            Unknowns = EditOf(body.Unknowns),
            OtherSideSearch = EditOf(body.OtherSideSearch),
            ConflictDisclosure = EditOf(body.ConflictDisclosure),
            ReasonTags = body.ReasonTags ?? [],
            Confidence = body.Confidence,
            AsOf = body.AsOf,
            Waivers = [.. (body.Waivers ?? []).Select(w => new WaiverInput(w.Condition ?? default, w.Reason ?? default, DeskReader.TextOf(w.Explanation)))],
            IsExact = true,
            ClaimVersion = request.Version,
        };
        return await request.Service<VerdictService>().SaveDraftAsync(request.Number, body.BasedOn ?? 0, draft, request.Actor, request.Ct);
    }

    public static async Task<Outcome> MoveAsync(DeskRequest request, TransitionBody body)
    {
        var action = body.Action ?? default;
        if (action is ClaimAction.Approve)
        {
            // The service asks for the notice where one is needed, and says which kind it is.
            var notice = body.Correction is not { } correction ? null
                : new CorrectionInput(CorrectionKind.Update, DeskReader.TextOf(correction.What), DeskReader.TextOf(correction.Why), correction.Cause ?? default);
            return await request.Service<VerdictService>().ApproveAsync(request.Number, request.Version, body.ShownHash ?? "", notice, request.Actor, request.Ct);
        }

        if (ActionFields.Of(action) is not { } fields)
        {
            return new Outcome.Invalid(nameof(body.Action), FaultCode.UnknownCode);
        }

        var notices = DeskReader.TextOf(body.Notice);
        var form = new ActionForm
        {
            Version = request.Version,
            Reason = body.Reason,
            AssigneeId = body.AssigneeId,
            Into = body.Into?.ToString(CultureInfo.InvariantCulture),
            RatingId = await RatingAsync(request, body.Rating),
            TellReaders = body.TellReaders,
            Code = body.Code,
            Notice = TextInput.Of(notices),
            AsOf = body.AsOf,
        };
        // What an action needs is asked of whoever may do it at all: of others the service refuses it, and says so in the trail.
        var isAllowed = await ClaimHeader.ReadAsync(request.Db, request.Number, request.Actor, request.Ct) is { } header && Workflow.Check(action, header.Situation).IsAllowed;
        request.Db.ChangeTracker.Clear();
        var missing = isAllowed ? (await new ActionFormValidator(fields).ValidateAsync(form, request.Ct)).Errors : [];
        return missing.Count > 0
            ? new Outcome.Invalid([.. missing.Select(m => new Fault(NameOf(m.PropertyName), FaultOf(body, m.PropertyName)))])
            : await request.Service<ActionRunner>().RunAsync(action, request.Number, form, request.Actor, request.Ct);
    }

    private static TextEdit? EditOf(IReadOnlyDictionary<string, string?>? text) => text is null ? null : new TextEdit(text);

    /// <summary>The active rating of that code, of the aspect the claim is rated by.</summary>
    private static async Task<Guid?> RatingAsync(DeskRequest request, string? code)
    {
        var number = request.Number;
        return await request.Db.Ratings.AsNoTracking().Where(r => r.Code == code && r.IsActive && request.Db.Claims.Any(c => c.Number == number && c.Aspect == r.Aspect))
            .Select(r => (Guid?)r.Id).SingleOrDefaultAsync(request.Ct);
    }

    private static string NameOf(string property) => property is nameof(ActionForm.RatingId) ? nameof(TransitionBody.Rating) : property;

    private static FaultCode FaultOf(TransitionBody body, string property) => property switch
    {
        nameof(ActionForm.RatingId) when body.Rating is not null => FaultCode.UnknownCode,
        nameof(ActionForm.Code) when !string.IsNullOrEmpty(body.Code) => FaultCode.UnknownCode,
        _ => FaultCode.Required,
    };
}
