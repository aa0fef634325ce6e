using ClaimTracker.Core;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>What the services refuse, for programs: the same words as on the desk, with what may be done instead.</summary>
internal static class DeskRefusals
{
    public static Task WriteAsync(DeskRequest request, Outcome outcome) => outcome switch
    {
        Outcome.NotFound => ApiProblem.WriteAsync(request.Context, StatusCodes.Status404NotFound),
        Outcome.Invalid invalid => ApiProblem.WriteAsync(request.Context, StatusCodes.Status400BadRequest, ErrorsOf(invalid)),
        Outcome.NotPermitted no => ApiProblem.WriteAsync(request.Context, StatusCodes.Status403Forbidden, detail: ReviewWords.Refusal(no.Code)),
        Outcome.NotNow { Code: Transitions.ClaimChanged } => ChangedAsync(request, ApiProblem.DetailOf(StatusCodes.Status412PreconditionFailed, Startup.Cultures.Current)),
        Outcome.NotNow { Code: VerdictService.DraftChanged or VerdictService.ShownTextChanged } changed => ChangedAsync(request, ReviewWords.Refusal(changed.Code)),
        Outcome.NotNow not => ApiProblem.WriteAsync(request.Context, StatusCodes.Status409Conflict, detail: ReviewWords.Refusal(not.Code), allowed: not.Allowed),
        Outcome.Stale => ChangedAsync(request, ApiProblem.DetailOf(StatusCodes.Status412PreconditionFailed, Startup.Cultures.Current)),
        Outcome.NeedsConfirmation => ApiProblem.WriteAsync(request.Context, StatusCodes.Status409Conflict, detail: ApiText.NeedsDesk),
        Outcome.Duplicate => ApiProblem.WriteAsync(request.Context, StatusCodes.Status409Conflict, detail: CommonText.AlreadyThere),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>412, with the version it has now: what was read is no longer what stands there.</summary>
    public static async Task ChangedAsync(DeskRequest request, string detail)
    {
        var number = request.Number;
        request.Db.ChangeTracker.Clear();
        if (await request.Db.Claims.AsNoTracking().Where(c => c.Number == number).Select(c => (int?)c.Version).SingleOrDefaultAsync(request.Ct) is { } current)
        {
            request.Context.Response.Headers.ETag = DeskHeaders.TagOf(current);
        }

        await ApiProblem.WriteAsync(request.Context, StatusCodes.Status412PreconditionFailed, detail: detail);
    }

    private static ApiErrors ErrorsOf(Outcome.Invalid invalid)
    {
        var errors = new ApiErrors();
        foreach (var fault in invalid.Faults)
        {
            errors.Add(FieldOf(fault.Path), ReviewWords.Fault(fault.Code, fault.Limit));
        }

        return errors;
    }

    /// <summary>The field of the body for a path of Core's input: the same names, but that a new record is not a level of its own.</summary>
    private static string FieldOf(string path) =>
        string.Join('.', path.Split('.').Where(p => p is not "New").Select(ApiBody.NameOf)) switch
        {
            "asPublished" => "isAsPublished",
            var field => field,
        };
}
