using System.Globalization;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages;

/// <summary>What a reader sees instead of a page; shown at the address that was asked for (<see cref="ErrorPages"/>).</summary>
// Shown in place of a refused POST too, whose token may be what was wrong with it.
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 405, 409, 410, 413, 429, 451, 500, 503];

    public int Code { get; private set; }

    public string Title => Text("Title");

    /// <summary>What a page that is not there may have been about.</summary>
    public string Words => ErrorPages.WordsOf(ErrorPages.Asked(HttpContext).Path);

    public string Explanation => Text("");

    /// <summary>Whatever the method of the request that was refused.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        // Not bound: what was posted may be what cannot be read.
        Code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture); // a number, by the route
        var isAnswerToAnother = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        if (!isAnswerToAnother)
        {
            // Asked for by its own address, which is nobody's page.
            Code = StatusCodes.Status404NotFound;
            Response.StatusCode = Code;
        }
    }

    private string Text(string suffix) =>
        CommonText.ResourceManager.GetString($"Error{(Known.Contains(Code) ? Code : Code < 500 ? 400 : 500)}{suffix}", Cultures.Info(Cultures.Current)) ?? "";
}
