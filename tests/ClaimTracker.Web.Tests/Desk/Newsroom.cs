using System.Globalization;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The program with people who work at it, each at a browser of their own.</summary>
public class Newsroom : WebApp
{
    private int stories;

    /// <summary>Somebody with those roles, signed in, who uses the desk in that language.</summary>
    public async Task<DeskPerson> JoinsAsync(Roles roles, string language = "en", string? name = null)
    {
        var user = await CreateUserAsync(roles, name);
        var browser = NewBrowser();
        await browser.SignInAsync(user, language);
        return new DeskPerson(browser, user, language);
    }

    /// <summary>A claim nobody has logged yet.</summary>
    public Story NewStory() => new(Interlocked.Increment(ref stories));

    /// <summary>A reader's browser.</summary>
    public Browser Reader => reader ??= NewBrowser();

    private Browser? reader;

    /// <summary>The claim's public page, as readers get it now.</summary>
    public Task<WebPage> ReadAsync(int number, string language = "en", string rest = "") =>
        Reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/{language}/claims/{number}{rest}"));

    /// <summary>Claims taken in hand, with evidence, a request for comment whose time is over, and a finished draft in both languages.</summary>
    public async Task<int> DraftedAsync(DeskPerson checker, Story? story = null, Wording? wording = null)
    {
        var number = await checker.LogsAsync(story ?? NewStory());
        await checker.MustAsync(number, Core.Review.ClaimAction.Take);
        await checker.AsksClaimantAsync(number, Clock.GetUtcNow().UtcDateTime.AddDays(-5));
        (await checker.WritesAsync(number, wording ?? Wording.Finished())).AssertOk();
        return number;
    }

    /// <summary>The same, proposed.</summary>
    public async Task<int> ProposedAsync(DeskPerson checker, Story? story = null, Wording? wording = null)
    {
        var number = await DraftedAsync(checker, story, wording);
        await checker.MustAsync(number, Core.Review.ClaimAction.Propose);
        return number;
    }

    /// <summary>The same, approved and published by somebody else.</summary>
    public async Task<int> PublishedAsync(DeskPerson checker, DeskPerson editor, Story? story = null)
    {
        var number = await ProposedAsync(checker, story);
        await editor.MustAsync(number, Core.Review.ClaimAction.Approve);
        return number;
    }
}

/// <summary>Two editors are all there are: a panel of one.</summary>
public sealed class SmallNewsroom : Newsroom
{
    public SmallNewsroom() => Set("Panel:Size", "1");
}
