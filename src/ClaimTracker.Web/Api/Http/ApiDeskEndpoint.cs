using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>
/// Makes an operation of the desk an endpoint: judges token, parameters, body, key and version, hands on to the services the desk's pages use, and writes
/// what came of it. Nothing is decided here that they decide.
/// </summary>
public static class ApiDeskEndpoint
{
    public const string KeyHeader = "Idempotency-Key";

    /// <param name="api">Where it stands.</param>
    /// <param name="path">Its path there.</param>
    /// <param name="operation">What it takes and answers.</param>
    /// <param name="read">The record with the version of its claim; null: there is none.</param>
    public static void MapDeskReading<T>(this IEndpointRouteBuilder api, string path, ApiOperation operation, Func<DeskRequest, Task<(T Record, int Version)?>> read)
        where T : class
    {
        Delegate handler = (HttpContext context) => ReadAsync(context, operation, read);
        api.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(operation).WithName(operation.Id).Produces(StatusCodes.Status200OK, operation.Answer, ApiWriter.MediaType);
    }

    public static void MapDeskWriting<TBody>(this IEndpointRouteBuilder api, string path, ApiOperation operation, Func<DeskRequest, TBody, Task<Outcome>> write)
        where TBody : class, IApiBody
    {
        Delegate handler = (HttpContext context) => WriteAsync(context, operation, write);
        api.MapPost(path, handler).WithMetadata(operation).WithName(operation.Id).DisableAntiforgery()
            .Accepts<TBody>(ApiWriter.MediaType).Produces(operation.Success, operation.Answer, ApiWriter.MediaType);
    }

    private static async Task ReadAsync<T>(HttpContext context, ApiOperation operation, Func<DeskRequest, Task<(T Record, int Version)?>> read)
        where T : class
    {
        if (await JudgeAsync(context, operation, new ApiErrors()) is not { } request)
        {
            return;
        }

        if (await read(request) is not var (record, version))
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound);
            return;
        }

        await AnswerAsync(context, StatusCodes.Status200OK, record, version, request.Language);
    }

    private static async Task WriteAsync<TBody>(HttpContext context, ApiOperation operation, Func<DeskRequest, TBody, Task<Outcome>> write)
        where TBody : class, IApiBody
    {
        var errors = new ApiErrors();
        var key = DeskHeaders.Key(context.Request, errors);
        if (await JudgeAsync(context, operation, errors) is not { } request)
        {
            return;
        }

        if (!DeskHeaders.IsJson(context.Request))
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        if (await ApiBody.ReadAsync(context) is not { } bytes)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (ApiBody.Parse<TBody>(bytes, errors) is not { } body)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, errors);
            return;
        }

        var keyed = new KeyedRequest(
            key is null ? Guid.CreateVersion7() : KeyedRequest.IdOf(request.Holder.Id, key),
            AuditText.Sha256($"{context.Request.Path}\n{Convert.ToBase64String(bytes)}"),
            request.Number == 0 ? null : request.Number);
        request = request with { SubmissionId = keyed.Id };
        if (key is not null && await KeyedRequests.FindAsync(request.Db, keyed.Id, request.Ct) is { } earlier)
        {
            await AnswerAgainAsync(request, operation, keyed, earlier);
            return;
        }

        if (request.Number != 0)
        {
            var (version, refusal) = await VersionAsync(request, operation);
            if (refusal is { } status)
            {
                // The same request may have been done since the first look, and what it named is no longer so because of that.
                if (key is not null && await KeyedRequests.FindAsync(request.Db, keyed.Id, request.Ct) is { } meanwhile)
                {
                    await AnswerAgainAsync(request, operation, keyed, meanwhile);
                    return;
                }

                await (status is StatusCodes.Status412PreconditionFailed
                    ? DeskRefusals.ChangedAsync(request, ApiProblem.DetailOf(status, Cultures.Current))
                    : ApiProblem.WriteAsync(context, status));
                return;
            }

            request = request with { Version = version };
        }

        request.Db.Keyed = keyed;
        var outcome = await write(request, body);
        // Whoever came second with the same key may have been refused for what the first has done.
        var answer = outcome is Outcome.Done || key is not null ? await KeyedRequests.FindAsync(request.Db, keyed.Id, request.Ct) : null;
        if (answer is null && outcome is Outcome.Done done)
        {
            answer = await KeyedRequests.UnchangedAsync(request.Db, keyed, done, request.Actor, request.Ct);
        }

        if (answer is not null)
        {
            await AnswerAgainAsync(request, operation, keyed, answer);
            return;
        }

        await DeskRefusals.WriteAsync(request, outcome);
    }

    /// <summary>The token, what it may be used for, and the parameters; null: refused, and answered.</summary>
    private static async Task<DeskRequest?> JudgeAsync(HttpContext context, ApiOperation operation, ApiErrors errors)
    {
        // Before anything that speaks is made.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(ApiLanguage.OfMessages(context));
        if (ApiBearer.HolderOf(context) is not { } holder || !Permissions.CanReadDesk(holder.Actor))
        {
            await ApiBearer.RefuseAsync(context);
            return null;
        }

        if (!holder.Scopes.HasFlag(operation.Scope))
        {
            await ApiBearer.RefuseScopeAsync(context, operation.Scope);
            return null;
        }

        var (values, wrong) = ApiValidation.Read(context, operation);
        foreach (var (name, message) in wrong.Found.SelectMany(f => f.Value, (f, message) => (f.Key, message)))
        {
            errors.Add(name, message);
        }

        if (errors.Any)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, errors);
            return null;
        }

        return new DeskRequest(context, values, holder, ApiLanguage.Of(context), Guid.Empty, 0);
    }

    /// <summary>The claim's version, where the request names it or need not; else the status that refuses it.</summary>
    private static async Task<(int Version, int? Refusal)> VersionAsync(DeskRequest request, ApiOperation operation)
    {
        var number = request.Number;
        if (await request.Db.Claims.AsNoTracking().Where(c => c.Number == number).Select(c => (int?)c.Version).SingleOrDefaultAsync(request.Ct) is not { } current)
        {
            return (0, StatusCodes.Status404NotFound);
        }

        var isNamed = request.Context.Request.Headers.IfMatch.Count > 0;
        return (current, !isNamed && operation.ChangesClaim ? StatusCodes.Status428PreconditionRequired
            : isNamed && DeskHeaders.Version(request.Context.Request) != current ? StatusCodes.Status412PreconditionFailed
            : null);
    }

    /// <summary>What the first request of that key was answered.</summary>
    private static async Task AnswerAgainAsync(DeskRequest request, ApiOperation operation, KeyedRequest keyed, KeyedAnswer answer)
    {
        if (answer.Hash != keyed.Hash)
        {
            await ApiProblem.WriteAsync(request.Context, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var self = request.SelfOf(answer.Number);
        if (operation.Success is StatusCodes.Status201Created)
        {
            request.Context.Response.Headers.Location = self;
        }

        await AnswerAsync(
            request.Context, operation.Success, new Written(answer.Number, Making.Reference(answer.Number), answer.Id == Guid.Empty ? null : answer.Id, answer.ClaimVersion, self), answer.ClaimVersion, request.Language);
    }

    private static async Task AnswerAsync(HttpContext context, int status, object record, int? version, string? language)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), ApiJson.In(language));
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (version is { } number)
        {
            response.Headers.ETag = DeskHeaders.TagOf(number);
        }

        response.ContentType = $"{ApiWriter.MediaType}; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
