using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Where a quote can be read in its place: on the live page, in an archive, and for staff in our copy.</summary>
/// <param name="Passage">The page, scrolled to the words by browsers that can.</param>
/// <param name="Page">The page itself, always beside the first.</param>
public sealed record QuoteLinks(string? Passage, string? Page, ArchiveLink? Archive)
{
    /// <summary>For staff: the passage in our copy.</summary>
    public string? InOurCopy { get; init; }

    /// <summary>For staff: what became of the quote in our copy, where it does not stand as it stood.</summary>
    public string? Doubt { get; init; }

    public bool IsEmpty => this is { Page: null, Archive: null, InOurCopy: null };

    /// <summary>From what is published; nothing of a withheld source.</summary>
    public static QuoteLinks Of(PublicSource? source, string? quote, string? prefix = null, string? suffix = null) =>
        source is null or { IsWithheld: true } ? new QuoteLinks(null, null, null) : Of(source.Address, source.ArchiveLinks, quote, prefix, suffix);

    public static QuoteLinks Of(Source source, string? quote, string? prefix = null, string? suffix = null) =>
        Of(source.Address, source.ArchiveLinks, quote, prefix, suffix);

    private static QuoteLinks Of(string? address, IReadOnlyList<ArchiveLink> archives, string? quote, string? prefix, string? suffix)
    {
        if (string.IsNullOrEmpty(quote))
        {
            return new QuoteLinks(null, null, null);
        }

        var page = WebAddress.Safe(address);
        var archive = archives.FirstOrDefault(a => WebAddress.Safe(a.Address) is not null);
        return new QuoteLinks(TextFragment.AddressOf(page, quote, prefix, suffix), page, archive);
    }
}
