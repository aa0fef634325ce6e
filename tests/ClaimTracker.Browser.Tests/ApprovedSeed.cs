using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Browser.Tests;

/// <summary>The claims of the five articles, each checked by one person and approved by another through the services the desk uses.</summary>
internal sealed class ApprovedSeed(IServiceProvider services, Actor checker, Actor editor)
{
    private static readonly LocalizedText Headline = LocalizedText.Of(
        ("ar", "قورنت العبارة بتقارير ذلك اليوم وسجلاته"), ("en", "The wording was compared with the reports and records of that day"));

    private static readonly LocalizedText Explanation = LocalizedText.Of(
        ("ar", "قارنا العبارة بالمصادر المذكورة أدناه. وهي أساس التقييم المبيّن هنا."),
        ("en", "We compared the wording with the sources that are named below. They carry the rating given here."));

    private static readonly LocalizedText Search = LocalizedText.Of(
        ("ar", "بحثنا في مواقع الوكالات والجهات المعنية بأسماء المذكورين وبالأرقام."),
        ("en", "We searched the sites of agencies and of those concerned for the names and figures."));

    private static readonly LocalizedText Waived = LocalizedText.Of(
        ("ar", "لم يُنشر عن ذلك اليوم غير التقارير المذكورة، ولا وسيلة للاتصال بكاتبيها."),
        ("en", "Nothing but the reports named here was published of that day, and their authors cannot be reached."));

    private readonly ClaimDbContext db = services.GetRequiredService<ClaimDbContext>();
    private readonly VerdictService verdicts = services.GetRequiredService<VerdictService>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<int>> ApproveAllAsync()
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.Stage == Stage.Logged).OrderBy(c => c.Number).Select(c => new { c.Number, c.Aspect }).ToListAsync(Ct);
        var imported = await db.Verdicts.AsNoTracking().Where(v => v.State == VerdictState.Imported && v.RatingId != null).ToDictionaryAsync(v => v.ClaimNumber, Ct);
        var unproven = await db.Ratings.Where(r => r.Code == RatingCodes.Unproven).ToDictionaryAsync(r => r.Aspect, r => r.Id, Ct);
        foreach (var claim in claims)
        {
            var known = imported.GetValueOrDefault(claim.Number);
            await ApproveAsync(claim.Number, new VerdictDraft
            {
                RatingId = known?.RatingId ?? unproven[claim.Aspect],
                Headline = known?.Headline is { IsEmpty: false } headline ? headline : Headline,
                Explanation = Explanation,
                OtherSideSearch = Search,
                Confidence = Confidence.Moderate,
                AsOf = db.Today,
                Waivers = [.. PublicationGate.Waivable.Select(w => new WaiverInput(w.Key, w.Value[0], Waived))],
            });
        }

        return claims.ConvertAll(c => c.Number);
    }

    private async Task ApproveAsync(int number, VerdictDraft draft)
    {
        Done(number, await services.GetRequiredService<StageService>().TakeAsync(number, await VersionAsync(number), checker, Ct));
        Done(number, await verdicts.SaveDraftAsync(number, 0, draft, checker, Ct));
        Done(number, await verdicts.ProposeAsync(number, await VersionAsync(number), checker, Ct));
        var version = await VersionAsync(number);
        var shown = await verdicts.PreviewAsync(number, Ct) ?? throw new InvalidOperationException($"CT-{number} has nothing to approve.");
        Done(number, await verdicts.ApproveAsync(number, version, shown.Hash, correction: null, editor, Ct));
    }

    private async Task<int> VersionAsync(int number)
    {
        db.ChangeTracker.Clear();
        return await db.Claims.Where(c => c.Number == number).Select(c => c.Version).SingleAsync(Ct);
    }

    private static void Done(int number, Outcome outcome)
    {
        if (outcome is not Outcome.Done)
        {
            throw new InvalidOperationException($"CT-{number}: {outcome}");
        }
    }
}
