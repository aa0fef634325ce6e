using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>
/// Two claims of the first data before a panel, for whoever tries the program (<c>--demo</c>): proposed, contested and voted on by the
/// demonstration's accounts through the services everybody uses. Claims that somebody has taken up already are left alone.
/// </summary>
public sealed class DemoPanels(ClaimDbContext db, StageService stages, VerdictService verdicts, PanelService panels)
{
    private const string Checker = "checker";

    private static readonly IReadOnlyList<Case> Cases =
    [
        new("talks-about-two-hours", RatingCodes.Disputed, Confidence.Moderate)
        {
            Headline = LocalizedText.Of(
                ("ar", "تذكر «أنسا» أيضًا ساعتين لمحادثات بوتين وكيم، و«أسوشيتد برس» أكثر من أربع، وإعلام روسي أقل من خمس"),
                ("en", "ANSA too reports two hours for the Putin–Kim talks; AP over four, Russian media nearly five")),
            Explanation = LocalizedText.Of(
                ("ar", "تتراوح المدة في تقارير الوكالات بين ساعة ونصف وأقل من خمس ساعات بقليل، لأن كلًا منها يقيس جزءًا مختلفًا من اللقاء."),
                ("en", "Agency reports range from an hour and a half to nearly five, because each measures a different part of the meeting.")),
            Waivers =
            [
                new WaiverInput(GateCondition.PrimarySource, WaiverReason.NoPrimarySourceExists, LocalizedText.Of(
                    ("ar", "لم يُنشر جدول رسمي بأوقات بداية المحادثات ونهايتها، ولا تسجيل كامل لها."),
                    ("en", "No official record of when the talks began and ended, and no full recording, was published."))),
                new WaiverInput(GateCondition.Contact, WaiverReason.ContactImpossible, LocalizedText.Of(
                    ("ar", "لا يذكر المقالان اسم كاتبهما ولا وسيلة للاتصال بناشرهما."),
                    ("en", "The two articles name no author and give no way to reach their publishers."))),
            ],
            ContestedBy = "editor",
            ContestReason = "التقارير لا تتناقض بل تقيس مددًا مختلفة، فلعل «مضلل» أدق من «روايات متضاربة».",
            Votes =
            [
                new("editor", RatingCodes.Misleading, "العبارة تخلط مدة جلسة واحدة بمدة المحادثات كلها."),
                new("editor2", RatingCodes.Disputed, "Named agencies give different lengths, and no record settles which one is right."),
            ],
        },
        new("sk-period-august-to-february", RatingCodes.Unproven, Confidence.Moderate)
        {
            Headline = LocalizedText.Of(
                ("ar", "غير مُثبت: نُقلت ثلاث نقاط بداية لمدة إرسال الحاويات الـ6700 من إحاطة واحدة"),
                ("en", "Unproven: reports of one briefing give three starting dates for the 6,700 containers")),
            Explanation = LocalizedText.Of(
                ("ar", "نقلت التقارير عن إحاطة واحدة ثلاث بدايات: أواخر أغسطس، ويوليو، وقمة سبتمبر، فلم يثبت أيها ذكرت الوزارة."),
                ("en", "Reports of one briefing name late August, July and the September summit as the start, so which one the ministry gave is not settled.")),
            Waivers =
            [
                new WaiverInput(GateCondition.PrimarySource, WaiverReason.NoPrimarySourceExists, LocalizedText.Of(
                    ("ar", "لم يُنشر تسجيل للإحاطة ولا نصها، ولا تُعرف إلا التقارير التي نقلتها."),
                    ("en", "No recording or text of the briefing was published; only reports of it are known."))),
            ],
            ContestedBy = "editor2",
            ContestReason = "Three reports, three dates: the ministry said something close to this, so “said differently” may fit better.",
            Votes = [new("editor3", RatingCodes.SaidDifferently, "The period is reported by all; only its first month differs between them.")],
        },
    ];

    /// <summary>Opens what is not open yet; does nothing without the first data or the accounts.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        var today = db.Today;
        var actors = (await db.Users.AsNoTracking().Where(u => u.IsDemo).ToListAsync(ct)).ToDictionary(u => u.Email ?? "", u => u.ToActor(today));
        foreach (var scene in Cases)
        {
            var number = await db.Claims.Where(c => c.ExternalKey == scene.Claim && c.Stage == Stage.Logged && c.AssigneeId == null).Select(c => (int?)c.Number).SingleOrDefaultAsync(ct);
            if (number is { } claim && actors.TryGetValue(DemoAccounts.EmailOf(Checker), out var checker))
            {
                await PlayAsync(claim, scene, checker, name => actors[DemoAccounts.EmailOf(name)], ct);
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task PlayAsync(int number, Case scene, Actor checker, Func<string, Actor> actor, CancellationToken ct)
    {
        Done(await stages.TakeAsync(number, await VersionAsync(number, ct), checker, ct));
        Done(await verdicts.SaveDraftAsync(number, 0, new VerdictDraft
        {
            RatingId = await RatingAsync(number, scene.Rating, ct),
            Headline = scene.Headline,
            Explanation = scene.Explanation,
            Confidence = scene.Confidence,
            AsOf = db.Today,
            Waivers = scene.Waivers,
        }, checker, ct));
        Done(await verdicts.ProposeAsync(number, await VersionAsync(number, ct), checker, ct));
        Done(await panels.ContestAsync(number, await VersionAsync(number, ct), scene.ContestReason, actor(scene.ContestedBy), ct));
        foreach (var vote in scene.Votes)
        {
            Done(await panels.VoteAsync(number, await VersionAsync(number, ct), await RatingAsync(number, vote.Rating, ct), vote.Reason, actor(vote.By), ct));
        }
    }

    private async Task<int> VersionAsync(int number, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Claims.Where(c => c.Number == number).Select(c => c.Version).SingleAsync(ct);
    }

    private Task<Guid> RatingAsync(int number, string code, CancellationToken ct) => db.Ratings
        .Where(r => r.Code == code && db.Claims.Any(c => c.Number == number && c.Aspect == r.Aspect)).Select(r => r.Id).SingleAsync(ct);

    private static void Done(Outcome outcome)
    {
        if (outcome is not Outcome.Done)
        {
            throw new InvalidOperationException($"The demonstration's panels could not be opened: {outcome}.");
        }
    }

    private sealed record Vote(string By, string Rating, string Reason);

    private sealed record Case(string Claim, string Rating, Confidence Confidence)
    {
        public required LocalizedText Headline { get; init; }

        public required LocalizedText Explanation { get; init; }

        public required IReadOnlyList<WaiverInput> Waivers { get; init; }

        public required string ContestedBy { get; init; }

        public required string ContestReason { get; init; }

        public required IReadOnlyList<Vote> Votes { get; init; }
    }
}
