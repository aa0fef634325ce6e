using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Turns away what no page can answer, for all pages at once: a method the page has no handler for (405), a handler it does not
/// have (404), a form that cannot be read (400). Without it the framework would show the page without its data, or fail.
/// </summary>
public static partial class PageRequests
{
    public static void UsePageRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var page = context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<PageFolder>() is not null
            ? metadata.GetMetadata<CompiledPageActionDescriptor>()
            : null;
        if (page is null || IsReading(context.Request.Method))
        {
            await next(context);
            return;
        }

        if ((Refusal(context, page) ?? await FormFaultAsync(context)) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    });

    private static int? Refusal(HttpContext context, CompiledPageActionDescriptor page)
    {
        var handlers = page.HandlerMethods.Where(h => string.Equals(h.HttpMethod, context.Request.Method, StringComparison.OrdinalIgnoreCase)).ToList();
        var named = context.Request.Query["handler"].ToString();
        if (handlers.Exists(h => string.Equals(h.Name ?? "", named, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (named != "" && handlers.Count > 0)
        {
            return StatusCodes.Status404NotFound;
        }

        var methods = page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Union([HttpMethods.Get, HttpMethods.Head]).Order(StringComparer.Ordinal);
        context.Response.Headers.Allow = string.Join(", ", methods);
        return StatusCodes.Status405MethodNotAllowed;
    }

    /// <summary>The form is read here, once, for whoever asks for it later.</summary>
    private static async Task<int?> FormFaultAsync(HttpContext context)
    {
        try
        {
            var hasTooManyRows = context.Request.HasFormContentType
                && (await context.Request.ReadFormAsync(context.RequestAborted)).Keys.Any(HasRowBeyond);
            return hasTooManyRows ? StatusCodes.Status400BadRequest : null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            // Too many or too long fields, a broken end, an encoding nobody should use.
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool HasRowBeyond(string field) =>
        RowNumber().Matches(field).Any(m => !int.TryParse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row >= FormInput.MaxRows);

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    [GeneratedRegex(@"(?<=\[)[0-9]+(?=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowNumber();
}
