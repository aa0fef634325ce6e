using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Sources with copies and errors, arranged past the pages.</summary>
internal static class SourceScene
{
    public const string Text = "The minister said 6700 containers were shipped.\n\nThe ministry denied it.";

    public const string Quote = "6700 containers were shipped";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string Address() => $"https://example.org/{Guid.NewGuid():N}";

    public static async Task<Actor> CheckerAsync(this WebApp app)
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        return new Actor(user.Id, user.DisplayName, user.Roles);
    }

    public static async Task<Guid> SourceAsync(this WebApp app, Func<NewSource, NewSource>? change = null)
    {
        var source = new NewSource { Kind = SourceKind.Article, Address = Address(), Title = LocalizedText.Of(("en", "An article"), ("ar", "مقال")), Language = "en" };
        var actor = await app.CheckerAsync();
        return Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.CreateAsync(change?.Invoke(source) ?? source, Guid.CreateVersion7(), actor, Ct))).Id;
    }

    public static async Task<Guid> CaptureAsync(this WebApp app, Guid source, string text = Text)
    {
        var actor = await app.CheckerAsync();
        var capture = new NewCapture { Bytes = Encoding.UTF8.GetBytes($"<script>alert(1)</script><p>{text}</p>"), MediaType = "text/html", Tool = "Tool/1.0", FinalAddress = "https://example.org/final", WorkingText = text };
        return Assert.IsType<Outcome.Done>(await app.WithAsync<CaptureService, Outcome>(s => s.AddAsync(source, capture, Guid.CreateVersion7(), actor, Ct))).Id;
    }

    /// <summary>A claim with words of the source's working text.</summary>
    public static async Task<int> ClaimAsync(this WebApp app, Guid source, string quote = Quote)
    {
        var actor = await app.CheckerAsync();
        var claim = new NewClaim
        {
            Statement = LocalizedText.Of(("en", "Containers were shipped")),
            OriginalLanguage = "en",
            Kind = ClaimKind.Quantity,
            Aspect = RatedAspect.Content,
            SelectionReason = LocalizedText.Of(("en", "Widely repeated")),
            Appearances = [new AppearanceRow { Source = source, Quote = quote, Strength = AppearanceStrength.Reported }],
        };
        return Assert.IsType<Outcome.Done>(await app.WithAsync<ClaimService, Outcome>(s => s.LogAsync(claim, Guid.CreateVersion7(), actor, Ct))).Number;
    }

    public static async Task<Guid> ErrorAsync(this WebApp app, Guid source, string kind = "wrong-name", string published = "South Korea's leader", string intended = "North Korea's leader", int paragraph = 11, params int[] claims)
    {
        var actor = await app.CheckerAsync();
        var version = await app.WithDbAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct));
        var row = new ArticleErrorRow
        {
            Kind = kind,
            Paragraphs = [paragraph],
            Published = TextEdit.Of(("en", published), ("ar", "زعيم كوريا الجنوبية")),
            Intended = TextEdit.Of(("en", intended), ("ar", "زعيم كوريا الشمالية")),
            Basis = ["internal"],
            Harm = Harm.High,
            Claims = claims,
        };
        Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.AddErrorAsync(source, version, row, Guid.CreateVersion7(), actor, Ct)));
        return await app.WithDbAsync(db => db.ArticleErrors.Where(e => e.SourceId == source).OrderByDescending(e => e.Id).Select(e => e.Id).FirstAsync(Ct));
    }

    /// <summary>One that an editor looked at too.</summary>
    public static async Task<Guid> ConfirmedErrorAsync(this WebApp app, Guid source, string kind = "wrong-name", string published = "South Korea's leader", string intended = "North Korea's leader", int paragraph = 11, params int[] claims)
    {
        var error = await app.ErrorAsync(source, kind, published, intended, paragraph, claims);
        var editor = await app.CreateUserAsync(Roles.Editor);
        var version = await app.WithDbAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct));
        Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.ConfirmErrorAsync(source, error, version, new Actor(editor.Id, editor.DisplayName, editor.Roles), Ct)));
        return error;
    }
}
