namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Numbered pages of a desk list.</summary>
public sealed record NumberedPager(int Page, int Pages, Func<int, string> Address);
