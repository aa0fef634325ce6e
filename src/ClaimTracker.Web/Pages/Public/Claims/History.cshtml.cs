using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>Every version of a claim with its hashes, and what changed between two of them.</summary>
public sealed class HistoryModel(PublicReader reader, Formats formats) : PageModel
{
    [FromRoute]
    public int Number { get; set; }

    public string Title { get; private set; } = "";

    public List<PublicVersionRow> Versions { get; private set; } = [];

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Null while there is only one version.</summary>
    public DocumentDiff? Diff { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? from, string? to, CancellationToken ct)
    {
        var standing = await reader.StandingAsync(Number, ct);
        if (standing is { State: PublicState.Removed })
        {
            return StatusCode(StatusCodes.Status451UnavailableForLegalReasons);
        }

        Versions = await reader.VersionsAsync(Number, ct);
        if (standing is null || Versions.Count == 0)
        {
            return NotFound();
        }

        To = Known(to) ?? Versions[0].Version;
        From = Known(from) ?? Math.Max(To - 1, Versions[^1].Version);
        var after = await reader.VersionAsync(Number, To, ct);
        var before = From == To ? after : await reader.VersionAsync(Number, From, ct);
        if (after is null || before is null)
        {
            return NotFound();
        }

        Title = after.Document.ShortStatement().In(Startup.Cultures.Current);
        Diff = From == To ? null : DocumentDiff.Of(before.Document, after.Document, formats);
        return Page();
    }

    /// <summary>A version that there is; anything else leaves the usual choice.</summary>
    private int? Known(string? version) =>
        NumberParser.TryParseWhole(version, out var number) && Versions.Exists(v => v.Version == number) ? number : null;
}
