using System.Globalization;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>Makes an operation an endpoint: judges its parameters, asks it, writes what it found. Reading only.</summary>
public static class ApiEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapReading(this IEndpointRouteBuilder api, string path, ApiOperation operation, Func<ApiRequest, Task<ApiAnswer>> read)
    {
        var complete = operation.Complete();
        // A delegate of its own kind, so that the description of the API knows of it.
        Delegate handler = (HttpContext context) => AnswerAsync(context, complete, read);
        var endpoint = api.MapMethods(path, Methods, handler).WithMetadata(complete).WithName(complete.Id).Produces(StatusCodes.Status200OK, complete.Answer, ApiWriter.MediaType);
        if (!complete.IsLookUp)
        {
            endpoint.KeepLikePublicPages();
        }
    }

    private static async Task AnswerAsync(HttpContext context, ApiOperation operation, Func<ApiRequest, Task<ApiAnswer>> read)
    {
        // Before anything that speaks is made.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(ApiLanguage.OfMessages(context));
        var (values, errors) = ApiValidation.Read(context, operation);
        var request = new ApiRequest(context, values, ApiLanguage.Of(context));
        var (fields, fault) = ApiWriter.Selected(operation, request.Text(ApiParameters.Fields));
        if (fault is not null)
        {
            errors.Add(ApiParameters.Fields, fault);
        }

        if (errors.Any)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, errors);
            return;
        }

        switch (await ReadAsync(request, read))
        {
            case ApiAnswer.Found found:
                context.Response.Headers.Link = found.Next is null ? Described : $"<{found.Next}>; rel=\"next\", {Described}";
                await ApiWriter.WriteAsync(
                    context, ApiWriter.Bytes(operation, found.Value, request.Language, fields), $"{ApiWriter.MediaType}; charset=utf-8", operation.IsLookUp ? "no-store" : "no-cache");
                break;
            case ApiAnswer.Moved moved:
                context.Response.Headers.Location = moved.Address + context.Request.QueryString;
                // What is merged may be parted again.
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                break;
            case ApiAnswer.Wrong wrong:
                await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, ApiErrors.Of(wrong.Parameter, wrong.Message));
                break;
            case ApiAnswer.Removed:
                await ApiProblem.WriteAsync(context, StatusCodes.Status451UnavailableForLegalReasons);
                break;
            default:
                await ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound);
                break;
        }
    }

    private static string Described => $"<{ApiPaths.Description}>; rel=\"service-desc\"";

    private static async Task<ApiAnswer> ReadAsync(ApiRequest request, Func<ApiRequest, Task<ApiAnswer>> read)
    {
        try
        {
            return await read(request);
        }
        catch (CursorMismatchException)
        {
            return new ApiAnswer.Wrong(ApiParameters.After, ApiText.ParameterNotAfter);
        }
    }
}
