using ClaimTracker.Core.Review;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>Every public change of a check, with the filters of its page.</summary>
public static class CorrectionsApi
{
    private static readonly ApiOperation All = new("listCorrections", "Corrections", "Every public change of a published check, newest first", typeof(Listing<CorrectionEntry>))
    {
        Parameters =
        [
            new("kind", ApiValue.Choice, "Kind of change.") { Choices = Enum.GetNames<CorrectionKind>(), Example = nameof(CorrectionKind.VerdictChange) },
            new("claim", ApiValue.Text, "Number, reference or address of a claim.") { Example = "CT-50" },
            .. ApiParameters.Range,
            .. ApiParameters.Paging,
        ],
        ListName = "items",
        Record = typeof(CorrectionEntry),
        Refusals = [StatusCodes.Status451UnavailableForLegalReasons],
        Example = "/corrections?kind=VerdictChange",
    };

    public static void MapCorrections(this IEndpointRouteBuilder api) => api.MapReading("/corrections", All, AllAsync);

    private static async Task<ApiAnswer> AllAsync(ApiRequest request)
    {
        if (request.Text("claim") is { } claim && ClaimReference.Read(claim) is null)
        {
            return new ApiAnswer.Wrong("claim", ApiText.ParameterNotClaim);
        }

        var filter = CorrectionFilter.Read(request.Context.Request.Query);
        if (filter.IsRangeWrong)
        {
            return new ApiAnswer.Wrong("from", ApiText.ParameterNotRange);
        }

        if (await filter.IsOfRemovedAsync(request.Reader, request.Ct))
        {
            return new ApiAnswer.Removed();
        }

        var (rows, place) = await CorrectionPage.ReadAsync(request.Reader, filter, request.Settings.TimeZone, request.After, request.Limit, request.Ct);
        var contents = await request.Reader.ContentRatingsAsync([.. rows.Select(r => r.Number).Distinct()], request.Ct);
        var next = request.NextAt(place);
        return new ApiAnswer.Found(new Listing<CorrectionEntry>([.. rows.Select(row => EntryOf(row))], null, next), next);

        CorrectionEntry EntryOf(CorrectionRow row)
        {
            var notice = Making.Notice(row.Notice, contents.GetValueOrDefault(row.Number));
            var of = new CorrectedClaim(row.Number, Making.Reference(row.Number), row.Claim.ShortStatement(), request.PageOf(row.Number, request.PageLanguage), Making.SelfOf(request, row.Number));
            return new CorrectionEntry(notice.Id, of, notice.Kind, notice.At, notice.Version, notice.What, notice.Why, notice.Cause, notice.OldRating, notice.NewRating);
        }
    }
}
