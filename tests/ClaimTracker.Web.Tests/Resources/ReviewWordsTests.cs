using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Tests.Resources;

public sealed class ReviewWordsTests
{
    private static readonly Type[] Named =
    [
        typeof(Stage), typeof(PublicState), typeof(Triage), typeof(CloseReason), typeof(ClaimAction), typeof(ClaimPart), typeof(RefusalReason), typeof(FaultCode), typeof(BulkKind), typeof(BulkState), typeof(BulkFate), typeof(BulkLeft), typeof(BulkFileFault),
        typeof(GateCondition), typeof(GateState), typeof(GateReason), typeof(TextFault), typeof(WaiverReason), typeof(Confidence), typeof(VerdictState), typeof(DecisionKind),
        typeof(PanelOutcome), typeof(DissolveReason), typeof(CorrectionKind), typeof(CorrectionCause), typeof(RemovalReason), typeof(PendingKind), typeof(ContactChannel),
        typeof(ContactOutcome), typeof(CorrectionOutcome), typeof(CustodyKind), typeof(ChallengeKind), typeof(ChallengeState), typeof(Policy), typeof(NotificationKind), typeof(MailChoice), typeof(DeskQueue),
        typeof(ClaimReviewFault),
    ];

    public static TheoryData<string, string> Values { get; } = [.. Named.SelectMany(t => Enum.GetNames(t).SelectMany(n => new[] { ("ar", t.Name + n), ("en", t.Name + n) }))];

    [Theory]
    [MemberData(nameof(Values))]
    public void Of_EveryValue_HasWordsOfItsOwn(string culture, string value)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var type = Named.First(t => Enum.GetNames(t).Any(n => t.Name + n == value));
            var known = (Enum)Enum.Parse(type, value[type.Name.Length..]);

            Assert.NotEqual(known.ToString(), culture == "ar" ? ReviewWords.Of(known) : null);
            Assert.Equal(culture == "ar", ReviewWords.Of(known).Any(c => c is >= '\u0600' and <= '\u06FF'));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("ClaimChanged")]
    [InlineData("ShownTextChanged")]
    public void Refusal_OfAChangedPage_IsSaidInWords(string code) => Assert.DoesNotContain(code, ReviewWords.Refusal(code), StringComparison.Ordinal);
}
