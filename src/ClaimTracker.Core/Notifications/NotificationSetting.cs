namespace ClaimTracker.Core.Notifications;

/// <summary>Whether somebody also gets a kind of notification by mail.</summary>
public enum MailChoice
{
    None,
    AtOnce,
    Daily,
}

/// <summary>One person's choice for one kind; without a row, <see cref="Usual"/> holds. Nobody else's business, hence in no trail.</summary>
public sealed class NotificationSetting
{
    public required Guid UserId { get; init; }

    public required NotificationKind Kind { get; init; }

    public required MailChoice Mail { get; set; }

    /// <summary>What waits for this one person comes at once; what waits for any of several comes once a day.</summary>
    public static MailChoice Usual(NotificationKind kind) => kind switch
    {
        NotificationKind.Proposed or NotificationKind.SecondPersonNeeded or NotificationKind.Decided => MailChoice.Daily,
        // A source under many claims is news of each of them.
        NotificationKind.SourceChanged => MailChoice.Daily,
        NotificationKind.ReportReceived or NotificationKind.SuggestionReceived or NotificationKind.SearchFound => MailChoice.Daily,
        _ => MailChoice.AtOnce,
    };
}
