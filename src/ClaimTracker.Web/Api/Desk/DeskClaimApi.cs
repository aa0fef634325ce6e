using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Api.Contract;

namespace ClaimTracker.Web.Api.Desk;

/// <summary>The desk for programs of staff: the same services as its pages, under the token of a person.</summary>
public static class DeskClaimApi
{
    private const string Tag = "Desk";
    private const string Path = "/desk/claims";
    private const string OfClaim = Path + "/{number}";

    private static readonly ApiOperation One = new("getDeskClaim", Tag, "A claim as the desk has it", typeof(DeskClaim))
    {
        Description = "With drafts, notes, what may be done with it now, and in `ETag` the version that writes have to name.",
        Parameters = [ApiParameters.Number, ApiParameters.LanguageAs(ApiParameters.Language)],
        Refusals = [StatusCodes.Status404NotFound],
        Scope = TokenScopes.ReadDesk,
        Example = "/desk/claims/50",
    };

    private static readonly ApiOperation Log = Writing("logClaim", "Log a claim", Path) with
    {
        Description = "With an appearance, or evidence that carries it. Sources, parties, units and measures that are not here are made on the way.",
        Parameters = [Messages],
        ChangesClaim = false,
        Success = StatusCodes.Status201Created,
    };

    private static readonly ApiOperation AddAppearance = Writing("addAppearance", "Add an appearance", OfClaim + "/appearances") with { Success = StatusCodes.Status201Created };

    private static readonly ApiOperation AddEvidence = Writing("addEvidence", "Add evidence", OfClaim + "/evidence") with { Success = StatusCodes.Status201Created };

    private static readonly ApiOperation WriteNote = Writing("writeNote", "Write a note", OfClaim + "/notes") with
    {
        Description = "A note changes nothing of the claim: `If-Match` may be left out. `@Display Name` tells that colleague of it.",
        ChangesClaim = false,
        Success = StatusCodes.Status201Created,
    };

    private static readonly ApiOperation WriteVerdict = Writing("writeVerdict", "Write the verdict that is to be proposed", OfClaim + "/verdicts") with
    {
        Description = "By the claim's assignee, or an author of the draft; while it is in review by the editor who reviews it. `gate` of the claim says what is missing; the action `Propose` hands it in.",
    };

    private static readonly ApiOperation Move = Writing("moveClaim", "Do an action of the workflow", OfClaim + "/transitions") with
    {
        Description = "Who may do what stands in the workflow, as on the desk: nobody approves what they wrote. What is not possible now is answered with 409 and `allowed`.",
        Scope = TokenScopes.ReviewWorkflow,
    };

    private static ApiParameter Messages => ApiParameters.LanguageAs(ApiParameters.Language);

    public static void MapDeskClaims(this IEndpointRouteBuilder api)
    {
        api.MapDeskReading(OfClaim, One, DeskMaking.ClaimAsync);
        api.MapDeskWriting<ClaimBody>(Path, Log, LogAsync);
        api.MapDeskWriting<AppearanceBody>(OfClaim + "/appearances", AddAppearance, async (request, body) => await AddAsync(
            request, "Appearances[0].", async reader => new ClaimEdit { Appearances = [await reader.AppearanceAsync(body, "", request.Ct)] }));
        api.MapDeskWriting<EvidenceBody>(OfClaim + "/evidence", AddEvidence, async (request, body) => await AddAsync(
            request, "Evidence[0].", async reader => new ClaimEdit { Evidence = [await reader.EvidenceAsync(body, "", request.Ct)] }));
        api.MapDeskWriting<NoteBody>(OfClaim + "/notes", WriteNote, (request, body) => request.Service<NoteService>().WriteAsync(
            new NewNote(request.Number, body.Body ?? "", body.Language ?? "") { ThreadId = body.ThreadId }, request.SubmissionId, request.Actor, request.Ct));
        api.MapDeskWriting<VerdictBody>(OfClaim + "/verdicts", WriteVerdict, DeskReview.WriteAsync);
        api.MapDeskWriting<TransitionBody>(OfClaim + "/transitions", Move, DeskReview.MoveAsync);
    }

    private static ApiOperation Writing(string id, string summary, string path) => new(id, Tag, summary, typeof(Written))
    {
        Parameters = [ApiParameters.Number, Messages],
        Scope = TokenScopes.WriteClaims,
        ChangesClaim = true,
        IsWriting = true,
        Example = path,
    };

    private static async Task<Outcome> LogAsync(DeskRequest request, ClaimBody body)
    {
        var reader = new DeskReader(request.Db);
        var claim = await reader.ClaimAsync(body, request.Ct);
        return reader.Refusal ?? await request.Service<ClaimService>().LogAsync(claim, request.SubmissionId, request.Actor, request.Ct);
    }

    /// <summary>One row more; what is wrong with it is said by the names of the body, which is the row.</summary>
    private static async Task<Outcome> AddAsync(DeskRequest request, string prefix, Func<DeskReader, Task<ClaimEdit>> read)
    {
        var reader = new DeskReader(request.Db);
        var edit = await read(reader);
        var outcome = reader.Refusal ?? await request.Service<ClaimService>().ReviseAsync(
            request.Number, request.Version, edit with { SubmissionId = request.SubmissionId, IsExact = true }, request.Actor, request.Ct);
        return outcome is Outcome.Invalid invalid
            ? new Outcome.Invalid([.. invalid.Faults.Select(f => f with { Path = f.Path.StartsWith(prefix, StringComparison.Ordinal) ? f.Path[prefix.Length..] : f.Path })])
            : outcome;
    }
}
