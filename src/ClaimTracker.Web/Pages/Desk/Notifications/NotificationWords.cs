using ClaimTracker.Core.Notifications;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Notifications;

/// <summary>What a notification is called and where it leads, on its page and in mails.</summary>
public static class NotificationWords
{
    /// <summary>How often, or how many; null where it goes without saying.</summary>
    public static string? CountOf(NotificationRow row, Formats formats) => row.Kind switch
    {
        NotificationKind.SearchFound => formats.Count(DeskText.NotificationClaims, row.Count),
        NotificationKind.ReportReceived => formats.Count(DeskText.NotificationReports, row.Count),
        NotificationKind.SuggestionReceived => formats.Count(DeskText.NotificationSuggestions, row.Count),
        _ => row.Count > 1 ? formats.Count(DeskText.NotificationTimes, row.Count) : null,
    };

    /// <summary>Where it is worked on; null: what it was about is gone.</summary>
    public static string? AddressOf(NotificationRow row, Links links) => row switch
    {
        { ClaimNumber: { } number } => links.Desk.Claim(number),
        { Kind: NotificationKind.ReportReceived } => links.Desk.Challenges(),
        { Kind: NotificationKind.SuggestionReceived } => links.Desk.Suggested(),
        { Kind: NotificationKind.ReportAssigned, RecordId: { } report } => links.Desk.Challenge(report),
        { Kind: NotificationKind.SearchFound, RecordId: { } search, SearchName: not null } => links.Desk.Search(search),
        _ => null,
    };

    /// <summary>The words of the link that is not a claim's.</summary>
    public static string TitleOf(NotificationRow row) => row switch
    {
        { SearchName: { } name } => name,
        { Kind: NotificationKind.SuggestionReceived } => DeskText.NotificationToSuggestions,
        { Kind: NotificationKind.SearchFound } => DeskText.NotificationSearchGone,
        { Kind: NotificationKind.ReportAssigned } => DeskText.NotificationToReport,
        _ => DeskText.NotificationToReports,
    };
}
