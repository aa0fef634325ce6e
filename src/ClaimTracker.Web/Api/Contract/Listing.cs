using System.ComponentModel;

namespace ClaimTracker.Web.Api.Contract;

/// <summary>Entries of a list, and where the rest is.</summary>
[Description("A page of a list.")]
public sealed record Listing<T>(
    IReadOnlyList<T> Items,
    [property: Description("How many there are in all, where that is counted.")] int? Total,
    [property: Description("Address of the next page; null on the last.")] string? Next);

[Description("A page of claims.")]
public sealed record ClaimListing(
    IReadOnlyList<ClaimItem> Items,
    [property: Description("How many claims there are in all. On the first page, and of every search; null where several filters would have to be counted.")] int? Total,
    [property: Description("More were found than a search ranks: these are the newest 10,000.")] bool IsCapped,
    [property: Description("The search in words that would find more.")] string? DidYouMean,
    [property: Description("Address of the next page; null on the last.")] string? Next);
