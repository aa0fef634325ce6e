using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Public.Claims;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>Which corrections are asked for, as the address of the page and of its feeds holds it. A kind nobody knows, or a claim that is none, finds none.</summary>
public sealed record CorrectionFilter
{
    private const int ValueMaxLength = 200;

    public string Kind { get; init; } = "";

    /// <summary>A claim's number, reference or address, as typed.</summary>
    public string Claim { get; init; } = "";

    /// <summary>As typed; a year or a month stands for its first day.</summary>
    public string From { get; init; } = "";

    /// <summary>As typed; a year or a month stands for its last day.</summary>
    public string To { get; init; } = "";

    public bool IsFromWrong => From != "" && FirstDay is null;

    public bool IsToWrong => To != "" && LastDay is null;

    public bool IsRangeWrong => FirstDay > LastDay;

    public bool HasFault => IsFromWrong || IsToWrong || IsRangeWrong;

    public bool IsFiltered => Kind != "" || Claim != "" || From != "" || To != "";

    /// <summary>For a cursor: a place in one list is none in another.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Kind, Claim, From, To))))[..12];

    private int Number => ClaimReference.Read(Claim) ?? 0;

    private DateOnly? FirstDay => DateParser.TryParse(From, out var date) ? date.From : null;

    private DateOnly? LastDay => DateParser.TryParse(To, out var date) ? date.To : null;

    public static CorrectionFilter Read(IQueryCollection query) => new()
    {
        Kind = ListAddress.Clean(query["kind"], ValueMaxLength),
        Claim = ListAddress.Clean(query["claim"], ValueMaxLength),
        From = ListAddress.Clean(query["from"], ValueMaxLength),
        To = ListAddress.Clean(query["to"], ValueMaxLength),
    };

    /// <summary>The claim asked for was removed: nothing is said of it, not even how often it was corrected.</summary>
    public async Task<bool> IsOfRemovedAsync(PublicReader reader, CancellationToken ct) => Number > 0 && await reader.StandingAsync(Number, ct) is { State: PublicState.Removed };

    /// <summary>For addresses.</summary>
    public (string Name, string? Value)[] Pairs() => [("kind", Kind), ("claim", Claim), ("from", From), ("to", To)];

    public IQueryable<PublicCorrection> Of(IQueryable<PublicCorrection> corrections, TimeZoneInfo zone)
    {
        if (Kind != "")
        {
            var known = Enum.TryParse<CorrectionKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind);
            corrections = corrections.Where(c => known && c.Kind == kind);
        }

        if (Claim != "")
        {
            var number = Number;
            corrections = corrections.Where(c => c.Number == number);
        }

        if (StartOf(FirstDay, zone) is { } from)
        {
            corrections = corrections.Where(c => c.At >= from);
        }

        return LastDay < DateOnly.MaxValue && StartOf(LastDay?.AddDays(1), zone) is { } before ? corrections.Where(c => c.At < before) : corrections;
    }

    /// <summary>When the day begins in the newsroom.</summary>
    private static DateTime? StartOf(DateOnly? day, TimeZoneInfo zone) => new MomentInput { Day = day }.ToUtc(zone);
}
