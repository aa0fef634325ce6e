using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Stable codes of the ratings every newsroom starts with.</summary>
public static class RatingCodes
{
    public const string True = "True";
    public const string MostlyTrue = "MostlyTrue";
    public const string PartlyTrue = "PartlyTrue";
    public const string Misleading = "Misleading";
    public const string Inaccurate = "Inaccurate";
    public const string False = "False";
    public const string Fabricated = "Fabricated";
    public const string MissingContext = "MissingContext";
    public const string Disputed = "Disputed";
    public const string Unproven = "Unproven";
    public const string Outdated = "Outdated";
    public const string Satire = "Satire";
    public const string NotCheckable = "NotCheckable";

    public const string Said = "Said";
    public const string SaidDifferently = "SaidDifferently";
    public const string Misattributed = "Misattributed";
    public const string NotSaid = "NotSaid";
}

/// <summary>The scales a new database starts with. Once stored they are the newsroom's: only missing ratings are added.</summary>
public static class RatingScale
{
    private const string Add = "ratings.add-missing";

    private static readonly IReadOnlyList<Step> Steps =
    [
        Content(RatingCodes.True, 5, "true", "صحيح", "True",
            "يطابق أفضل الأدلة المتاحة علنًا، ولا يُغفل ما يغيّر معناه.",
            "Matches the best public evidence and leaves out nothing that would change its meaning."),
        Content(RatingCodes.MostlyTrue, 4, "mostly-true", "صحيح إجمالًا", "Mostly true",
            "جوهره صحيح، مع تفصيل غير دقيق أو يحتاج إلى توضيح.",
            "Right in the main; a detail is off or needs explaining."),
        Content(RatingCodes.PartlyTrue, 3, "partly-true", "صحيح جزئيًا", "Partly true",
            "فيه جانب مهم صحيح وجانب مهم غير صحيح، ونوضح كليهما.",
            "One important part is right and another is wrong; we say which is which."),
        Content(RatingCodes.Misleading, 2, "misleading", "مضلل", "Misleading",
            "عناصره صحيحة، لكنها مرتبة بطريقة تعطي انطباعًا خاطئًا.",
            "Its parts are real, but put together so that they give a false impression."),
        Content(RatingCodes.Inaccurate, 2, "inaccurate", "غير دقيق", "Inaccurate",
            "وراءه واقعة حقيقية، لكن الرقم أو التاريخ أو النسبة إلى قائلها خطأ.",
            "Something real lies behind it, but the figure, the date or the name is wrong.", active: false),
        Content(RatingCodes.False, 1, "false", "غير صحيح", "False",
            "تدحض الأدلة عناصره الأساسية.",
            "The evidence refutes its main points."),
        Content(RatingCodes.Fabricated, 1, "fabricated", "مفبرك", "Fabricated",
            "القول أو الوثيقة أو الحدث لم يوجد أصلًا.",
            "The quote, document or event never existed.", active: false),
        Content(RatingCodes.MissingContext, null, "missing-context", "سياق ناقص", "Missing context",
            "الكلام دقيق، لكنه يُسقط سياقًا لا يُفهم من دونه.",
            "Accurate as far as it goes, but without context it cannot be understood.", active: false),
        Content(RatingCodes.Disputed, null, "disputed", "روايات متضاربة", "Disputed",
            "مصادر ذات مصداقية تناقض بعضها بعضًا، والأدلة لا تحسم الأمر.",
            "Credible sources contradict each other, and the evidence does not settle it."),
        Content(RatingCodes.Unproven, null, "unproven", "غير مُثبت", "Unproven",
            "فحصنا الأدلة المتاحة، وهي لا تثبت الادعاء ولا تنفيه.",
            "We examined what evidence there is; it neither proves nor refutes the claim."),
        Content(RatingCodes.Outdated, null, "outdated", "لم يعد صحيحًا", "Outdated",
            "كان صحيحًا حين قيل، ثم تغيّرت الوقائع.",
            "It was right when it was said; later events changed that.", active: false),
        Content(RatingCodes.Satire, null, "satire", "محتوى ساخر", "Satire",
            "نُشر على سبيل السخرية، ولم يُقصد به نقل خبر.",
            "Published as satire and never meant as fact.", active: false),
        Content(RatingCodes.NotCheckable, null, "not-checkable", "غير قابل للتحقق", "Not checkable",
            "رأي أو توقع أو دافع، أو عبارة أعم من أن تُفحص بأدلة.",
            "An opinion, a forecast, a motive, or too vague to hold against evidence."),

        Saying(RatingCodes.Said, "said", "قيل فعلًا", "Said",
            "قاله المنسوب إليه بهذا المعنى. ولا يعني ذلك أن مضمونه صحيح.",
            "The person named said this, in this sense. That does not make its content true."),
        Saying(RatingCodes.SaidDifferently, "said-differently", "قيل بصيغة مختلفة", "Said differently",
            "قال المنسوب إليه كلامًا قريبًا، لكن الصيغة المتداولة تغيّر معناه.",
            "The person named said something close, but the wording in circulation changes its meaning."),
        Saying(RatingCodes.Misattributed, "misattributed", "منسوب خطأً", "Misattributed",
            "القول موجود، لكن قائله شخص آخر أو جهة أخرى.",
            "The words exist, but somebody else said them."),
        Saying(RatingCodes.NotSaid, "not-said", "لم يُقل", "Not said",
            "لا أثر للقول في سجل المنسوب إليه، والأدلة تنفي صدوره عنه.",
            "The record holds no such statement, and the evidence speaks against it."),
        Saying(RatingCodes.Unproven, "unproven", "غير مُثبت", "Unproven",
            "لا يكفي المتاح من تسجيلات ونصوص لإثبات صدور القول أو نفيه.",
            "The recordings and texts there are neither confirm nor rule out that it was said."),
    ];

    /// <summary>Adds the ratings that are missing and saves; does nothing when all are there.</summary>
    public static async Task EnsureAsync(ClaimDbContext db, CancellationToken ct)
    {
        var present = await db.Ratings.Select(r => new { r.Aspect, r.Code }).ToListAsync(ct);
        var missing = Steps.Select((step, index) => (step, index)).Where(s => !present.Any(p => p.Aspect == s.step.Aspect && p.Code == s.step.Code)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        db.Ratings.AddRange(missing.Select(s => s.step.ToRating(s.index + 1)));
        await db.SaveAsync(new ChangeContext(Actor.System, Add), ct);
    }

    private static Step Content(string code, int? value, string icon, string labelAr, string labelEn, string definitionAr, string definitionEn, bool active = true) =>
        new(RatedAspect.Content, code, value, icon, LocalizedText.Of(("ar", labelAr), ("en", labelEn)), LocalizedText.Of(("ar", definitionAr), ("en", definitionEn)), active);

    private static Step Saying(string code, string icon, string labelAr, string labelEn, string definitionAr, string definitionEn) =>
        new(RatedAspect.Saying, code, null, icon, LocalizedText.Of(("ar", labelAr), ("en", labelEn)), LocalizedText.Of(("ar", definitionAr), ("en", definitionEn)), true);

    private sealed record Step(RatedAspect Aspect, string Code, int? Value, string Icon, LocalizedText Label, LocalizedText Definition, bool IsActive)
    {
        public Rating ToRating(int order) => new()
        {
            Id = Guid.CreateVersion7(),
            Aspect = Aspect,
            Code = Code,
            ClaimReviewValue = Value,
            Icon = Icon,
            Color = Icon,
            Label = Label,
            Definition = Definition,
            Order = order,
            IsActive = IsActive,
        };
    }
}
