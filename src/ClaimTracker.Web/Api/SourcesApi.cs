using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>What claims stand in and rest on.</summary>
public static class SourcesApi
{
    private static readonly ApiOperation All = new("listSources", "Sources", "Every source that public claims name", typeof(Listing<SourceEntry>))
    {
        Description = "Withheld sources are left out, so that a page may hold fewer than its limit; `next` says whether there are more.",
        Parameters = ApiParameters.Paging,
        ListName = "items",
        Record = typeof(SourceEntry),
        Example = "/sources?limit=2",
    };

    private static readonly ApiOperation One = new("getSource", "Sources", "A source with its faults and what its claims were rated", typeof(SourceRecord))
    {
        Parameters = [ApiParameters.IdOf("source", "0199a5a0-0000-7000-8000-000000000002")],
        Refusals = [StatusCodes.Status404NotFound],
        Example = "/sources/0199a5a0-0000-7000-8000-000000000002",
    };

    public static void MapSources(this IEndpointRouteBuilder api)
    {
        api.MapReading("/sources", All, AllAsync);
        api.MapReading("/sources/{id}", One, OneAsync);
    }

    private static async Task<ApiAnswer> AllAsync(ApiRequest request)
    {
        var page = await new PublicDirectory(request.Reader).SourcesAsync(request.After, request.Limit, request.Ct);
        var next = request.NextAt(page.Next);
        return new ApiAnswer.Found(
            new Listing<SourceEntry>(
                [.. page.Entries.Select(e => new SourceEntry(
                    e.Entry.Id, e.Entry.Kind, e.Entry.Address, e.Entry.Title, Outlet.Of(e.Entry.Outlet), e.Entry.Language, Days.Of(e.Entry.PublishedOn), e.Claims, request.Address($"/api/v1/sources/{e.Entry.Id}")))],
                page.Total, next),
            next);
    }

    private static async Task<ApiAnswer> OneAsync(ApiRequest request)
    {
        var id = request.Id;
        if (await request.Reader.SourceAsync(id, request.Ct) is not { } found)
        {
            return new ApiAnswer.NotFound();
        }

        var errors = await request.Reader.ArticleErrors.Where(e => e.SourceId == id).OrderBy(e => e.Order)
            .Select(e => new { e.Kind, e.Published, e.Intended, e.Harm, e.Paragraph, e.Paragraphs, Claims = e.Claims.OrderBy(c => c.Order).Select(c => c.ClaimNumber).ToList() })
            .ToListAsync(request.Ct);
        var named = errors.SelectMany(e => e.Claims).Distinct().ToList();
        var listed = (await request.Reader.OnTheList.Where(c => named.Contains(c.Number)).Select(c => c.Number).ToListAsync(request.Ct)).ToHashSet();
        var ratings = await new PublicRatingCounts(request.Reader).RatingsAsync(Facets.Source, id.ToString(), request.Ct);
        return new ApiAnswer.Found(new SourceRecord
        {
            Source = Making.Source(found.Source, request),
            MachineTranslated = found.MachineTranslated,
            QualityNotes = found.QualityNotes,
            Credits = [.. found.Credits.Select(Party.Of)],
            Errors = errors.ConvertAll(e => new SourceError(
                e.Kind, e.Published, e.Intended, e.Harm, e.Paragraphs.Count > 0 ? e.Paragraphs : e.Paragraph is { } only ? [only] : [], [.. e.Claims.Where(listed.Contains)])),
            Ratings = RatingCount.Of(ratings),
            Page = request.Address($"/{request.PageLanguage}/sources/{id}"),
            Self = request.Address($"/api/v1/sources/{id}"),
        });
    }
}
