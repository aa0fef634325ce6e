using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Review;

/// <summary>
/// The conditions of publication شروط النشر (section 3), judged per language. Pure, so that the live checklist, the proposal
/// and the approval judge alike.
/// </summary>
public static class PublicationGate
{
    /// <summary>What a claimant needs at least between being asked and the deadline.</summary>
    public static readonly TimeSpan FairTimeToAnswer = TimeSpan.FromHours(24);

    public const int OriginsNeeded = 2;
    public const int ExplanationMaxSentences = 2;

    /// <summary>Which conditions can be answered for instead of met, and with which reasons; no other can.</summary>
    public static readonly IReadOnlyDictionary<GateCondition, IReadOnlyList<WaiverReason>> Waivable =
        new Dictionary<GateCondition, IReadOnlyList<WaiverReason>>
        {
            [GateCondition.Appearance] = [WaiverReason.NoPublicAddress, WaiverReason.SourceUnsafeToName],
            [GateCondition.TwoIndependentOrigins] = [WaiverReason.SingleRelevantSource, WaiverReason.SourceUnsafeToName],
            [GateCondition.PrimarySource] = [WaiverReason.NoPrimarySourceExists, WaiverReason.SourceUnsafeToName],
            [GateCondition.OtherSide] = [WaiverReason.OtherSideNotSearchable, WaiverReason.Urgent],
            [GateCondition.Contact] =
                [WaiverReason.ContactUnsafe, WaiverReason.ContactImpossible, WaiverReason.ClaimantUnknown, WaiverReason.Urgent],
        };

    public static GateResult Check(GateInput input) => new([.. input.Languages.Select(l => Check(input, l))]);

    private static LanguageGate Check(GateInput input, string language)
    {
        List<(GateCondition Condition, Unmet? Fault)> findings =
        [
            (GateCondition.Statement, input.Statement.Has(language) ? null : new Unmet(GateReason.TextNotReal, TextFault.Missing)),
            (GateCondition.Rating, RatingFault(input)),
            (GateCondition.Headline, HeadlineFault(input, language)),
            (GateCondition.Explanation, ExplanationFault(input, language)),
            (GateCondition.Appearance, LinkFault(input)),
            (GateCondition.TwoIndependentOrigins, OriginsFault(input)),
            (GateCondition.PrimarySource, PrimaryFault(input)),
            (GateCondition.OtherSide, OtherSideFault(input, language)),
        ];
        if (input.Aspect == RatedAspect.Content)
        {
            findings.Add((GateCondition.Contact, ContactFault(input)));
        }

        findings.Add((GateCondition.Confidence, input.Confidence is null ? new Unmet(GateReason.ConfidenceMissing) : null));
        findings.Add((GateCondition.AsOf, AsOfFault(input)));
        return new LanguageGate(language, [.. findings.Select(f => Judge(input, language, f.Condition, f.Fault))]);
    }

    /// <summary>A met condition needs no waiver; a waiver that does not hold leaves its condition unmet, and says why.</summary>
    private static GateCheck Judge(GateInput input, string language, GateCondition condition, Unmet? fault)
    {
        if (fault is null)
        {
            return new GateCheck(condition, GateState.Met);
        }

        if (input.Waivers.FirstOrDefault(w => w.Condition == condition) is not { } waiver)
        {
            return new GateCheck(condition, GateState.Unmet) { Reason = fault.Reason, Text = fault.Text };
        }

        if (!Waivable.TryGetValue(condition, out var reasons))
        {
            return new GateCheck(condition, GateState.Unmet) { Reason = GateReason.CannotBeWaived };
        }

        if (!reasons.Contains(waiver.Reason))
        {
            return new GateCheck(condition, GateState.Unmet) { Reason = GateReason.WaiverReasonDoesNotFit };
        }

        return FaultIn(waiver.Explanation, language, TextNeed.Waiver) is { } text
            ? new GateCheck(condition, GateState.Unmet) { Reason = GateReason.WaiverTextNotReal, Text = text }
            : new GateCheck(condition, GateState.Waived) { WaivedFor = waiver.Reason };
    }

    private static Unmet? RatingFault(GateInput input) => input.Rating switch
    {
        null => new Unmet(GateReason.RatingMissing),
        var rating when rating.Aspect != input.Aspect => new Unmet(GateReason.RatingOfOtherScale),
        { IsActive: false } => new Unmet(GateReason.RatingSwitchedOff),
        _ => null,
    };

    private static Unmet? HeadlineFault(GateInput input, string language) =>
        FaultIn(input.Headline, language, TextNeed.Headline) is { } fault ? new Unmet(GateReason.TextNotReal, fault)
        : input.Headline[language]?.Length > Verdict.HeadlineMaxLength ? new Unmet(GateReason.TextNotReal, TextFault.TooLong)
        : RealText.IsSame(input.Headline[language], input.Statement[language]) ? new Unmet(GateReason.RepeatsStatement)
        : null;

    private static Unmet? ExplanationFault(GateInput input, string language)
    {
        var text = input.Explanation[language];
        return FaultIn(input.Explanation, language, TextNeed.Explanation) is { } fault ? new Unmet(GateReason.TextNotReal, fault)
            : RealText.IsSame(text, input.Statement[language]) ? new Unmet(GateReason.RepeatsStatement)
            : RealText.AddsNothingTo(text, input.Headline[language]) ? new Unmet(GateReason.TextNotReal, TextFault.SameAsOtherField)
            : text?.Length > Verdict.ExplanationMaxLength ? new Unmet(GateReason.TextNotReal, TextFault.TooLong)
            : Sentences.Count(text) > ExplanationMaxSentences ? new Unmet(GateReason.TextNotReal, TextFault.TooManySentences)
            : null;
    }

    /// <summary>Evidence carries a claim when it says the same.</summary>
    private static Unmet? LinkFault(GateInput input) =>
        input.Appearances.Any(a => a.HasLink) || input.Evidence.Any(e => e is { Stance: Stance.Supports, HasLink: true })
            ? null
            : new Unmet(GateReason.NothingWithLink);

    private static Unmet? OriginsFault(GateInput input)
    {
        var bearing = input.Evidence.Where(e => e.Bears).ToList();
        if (bearing.Count == 0)
        {
            return new Unmet(GateReason.NoEvidence);
        }

        if (input.Aspect == RatedAspect.Saying && bearing.Exists(e => e.ShowsWords))
        {
            return null;
        }

        var known = bearing
            .SelectMany(e => Independence.OriginsOf(e, input.Aspect))
            .Where(o => !input.UnnamedParties.Contains(o))
            .ToHashSet();
        return known.Except(input.ClaimantSide).Count() switch
        {
            >= OriginsNeeded => null,
            > 0 => new Unmet(GateReason.OnlyOneOrigin),
            _ => new Unmet(known.Count > 0 ? GateReason.OnlyClaimantSide : GateReason.OriginsUnknown),
        };
    }

    private static Unmet? PrimaryFault(GateInput input) =>
        input.Evidence.Any(e => e.Level == SourceLevel.Primary) ? null : new Unmet(GateReason.NoPrimarySource);

    /// <summary>Whatever the rating, one of the two sides is the other one; evidence of both, or an account of the search, shows it was looked at.</summary>
    private static Unmet? OtherSideFault(GateInput input, string language)
    {
        if (input.Evidence.Any(e => e.Stance == Stance.Supports) && input.Evidence.Any(e => e.Stance == Stance.Refutes))
        {
            return null;
        }

        return FaultIn(input.OtherSideSearch, language, TextNeed.Search) switch
        {
            null => null,
            TextFault.Missing => new Unmet(GateReason.OtherSideNotLookedAt),
            var fault => new Unmet(GateReason.TextNotReal, fault),
        };
    }

    private static Unmet? ContactFault(GateInput input)
    {
        var sent = input.Contacts.Where(c => c.SentAt <= input.Now && c.Outcome != ContactOutcome.Undeliverable).ToList();
        if (sent.Count == 0)
        {
            return new Unmet(GateReason.ContactMissing);
        }

        if (sent.Exists(c => IsAnswered(c, input.Now) || (IsFair(c) && c.Deadline <= input.Now)))
        {
            return null;
        }

        return new Unmet(sent.Exists(IsFair) ? GateReason.ContactWaiting : GateReason.ContactTimeUnfair);
    }

    private static bool IsAnswered(GateContact contact, DateTime now) =>
        (contact.Outcome == ContactOutcome.Declined || (contact.Outcome == ContactOutcome.Answered && contact.HasReply))
        && contact.RepliedAt >= contact.SentAt
        && contact.RepliedAt <= now;

    private static bool IsFair(GateContact contact) => contact.Deadline - contact.SentAt >= FairTimeToAnswer;

    private static Unmet? AsOfFault(GateInput input) =>
        input.AsOf is null ? new Unmet(GateReason.AsOfMissing)
        : input.AsOf > input.Today ? new Unmet(GateReason.AsOfInFuture)
        : null;

    /// <summary>What is wrong with a text in one language; that it was pasted from another says more than that its letters are wrong.</summary>
    private static TextFault? FaultIn(LocalizedText text, string language, TextNeed need)
    {
        var own = text[language];
        var fault = RealText.Fault(own, need, language);
        var isPasted = text.Any(other => other.Key != language && RealText.IsPasted(own, language, other.Value, other.Key));
        return isPasted && fault is (null or TextFault.WrongLetters) ? TextFault.SameInAnotherLanguage : fault;
    }

    private sealed record Unmet(GateReason Reason, TextFault? Text = null);
}
