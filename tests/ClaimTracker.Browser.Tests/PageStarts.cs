namespace ClaimTracker.Browser.Tests;

/// <summary>Where the tests that look at every page begin to follow links, or what they open where none leads; under a language, or in both.</summary>
internal static class PageStarts
{
    public static string[] Readers(string language) =>
    [
        $"/{language}", $"/{language}/claims/50", $"/{language}/claims?q=zzzz", $"/{language}/check?text=North%20Korea%20has%20sent%201000%20containers%20of%20munitions%20to%20Russia",
        $"/{language}/nowhere", $"/{language}/account/sign-in",
    ];

    public static string[] Desk(string language) => [$"/{language}/desk", $"/{language}/desk/claims/51"];

    public static string[] Admin(string language) => [$"/{language}/admin/users"];

    /// <summary>One's own pages, and those of an invitation.</summary>
    public static List<string> Account(string invitation) =>
        InBothLanguages("account/manage/profile", "account/manage/password", "account/manage/notifications", $"account/invitation/{invitation}", "account/invitation/unknown");

    public static List<string> TakenAway(int withdrawn, int removed) => InBothLanguages(
        $"claims/{withdrawn}", $"claims/{withdrawn}/history", $"claims/{withdrawn}/v/1", $"claims/{removed}", $"desk/claims/{withdrawn}", $"desk/claims/{removed}", "desk/review");

    public static List<string> InBothLanguages(params IEnumerable<string> paths) => [.. paths.SelectMany(p => new[] { $"/ar/{p}", $"/en/{p}" })];
}
