using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Review;

/// <summary>
/// What a correction may do to the words readers have: it changes some of them, in the languages readers have, and as a typo
/// only what <see cref="ClaimRules.IsTypo"/> lets pass. Another language is a translation, which somebody else approves. Pure.
/// </summary>
public static class CorrectedWords
{
    /// <summary>What is wrong with the words that were typed; null: nothing.</summary>
    /// <param name="current">What readers have.</param>
    /// <param name="revised">What they would get.</param>
    /// <param name="decided">The verdict that is corrected.</param>
    /// <param name="typed">The words as they were typed.</param>
    /// <param name="kind">The kind of correction it is sent as.</param>
    public static Outcome.Invalid? Faults(PublicDocument current, PublicDocument revised, Verdict decided, VerdictDraft typed, CorrectionKind kind)
    {
        var held = TextsOf(decided);
        var foreign = TextsOf(typed)
            .SelectMany(t => (t.Text?.Languages ?? new Dictionary<string, string?>()).Select(l => (t.Name, Language: l.Key, Text: TextRules.Clean(l.Value))))
            .Where(t => !current.Languages.Contains(t.Language) && t.Text is not null && t.Text != held.First(h => h.Name == t.Name).Text[t.Language])
            .Select(t => new Fault($"{t.Name}.{t.Language}", FaultCode.LanguageNotPublic))
            .ToList();
        if (foreign.Count > 0)
        {
            return new Outcome.Invalid(foreign);
        }

        var after = TextsOf(revised.Verdict);
        var changes = TextsOf(current.Verdict)
            .Zip(after, (b, a) => (b.Name, Before: b.Text, After: a.Text))
            .SelectMany(t => t.Before.Languages.Union(t.After.Languages).Select(l => (t.Name, Language: l, Before: t.Before[l], After: t.After[l])))
            .Where(t => t.Before != t.After)
            .ToList();
        if (changes.Count == 0)
        {
            return new Outcome.Invalid("", FaultCode.NothingChanged);
        }

        var beyond = changes
            .Where(t => kind is CorrectionKind.Typo && !(t.Before is { } before && t.After is { } mended && ClaimRules.IsTypo(before, mended)))
            .Select(t => new Fault($"{t.Name}.{t.Language}", FaultCode.NotATypo))
            .ToList();
        return beyond.Count == 0 ? null : new Outcome.Invalid(beyond);
    }

    /// <summary>The edit in these languages only: what a verdict holds of others stays as it is.</summary>
    public static VerdictDraft Only(VerdictDraft draft, IReadOnlyList<string> languages) => draft with
    {
        Headline = Only(draft.Headline, languages),
        Explanation = Only(draft.Explanation, languages),
        Body = Only(draft.Body, languages),
        Unknowns = Only(draft.Unknowns, languages),
        OtherSideSearch = Only(draft.OtherSideSearch, languages),
        ConflictDisclosure = Only(draft.ConflictDisclosure, languages),
    };

    /// <summary>Whether the verdict holds any words in that language.</summary>
    public static bool Has(Verdict verdict, string language) => TextsOf(verdict).Exists(t => t.Text.Has(language));

    private static TextEdit? Only(TextEdit? edit, IReadOnlyList<string> languages) =>
        edit is null ? null : new TextEdit(edit.Languages.Where(l => languages.Contains(l.Key)).ToDictionary());

    private static List<(string Name, TextEdit? Text)> TextsOf(VerdictDraft draft) =>
    [
        (nameof(draft.Headline), draft.Headline), (nameof(draft.Explanation), draft.Explanation), (nameof(draft.Body), draft.Body),
        (nameof(draft.Unknowns), draft.Unknowns), (nameof(draft.OtherSideSearch), draft.OtherSideSearch),
        (nameof(draft.ConflictDisclosure), draft.ConflictDisclosure),
    ];

    private static List<(string Name, LocalizedText Text)> TextsOf(Verdict verdict) =>
    [
        (nameof(verdict.Headline), verdict.Headline), (nameof(verdict.Explanation), verdict.Explanation), (nameof(verdict.Body), verdict.Body),
        (nameof(verdict.Unknowns), verdict.Unknowns), (nameof(verdict.OtherSideSearch), verdict.OtherSideSearch),
        (nameof(verdict.ConflictDisclosure), verdict.ConflictDisclosure),
    ];

    private static List<(string Name, LocalizedText Text)> TextsOf(PublicVerdict? verdict) => verdict is null ? [] :
    [
        (nameof(verdict.Headline), verdict.Headline), (nameof(verdict.Explanation), verdict.Explanation), (nameof(verdict.Body), verdict.Body),
        (nameof(verdict.Unknowns), verdict.Unknowns), (nameof(verdict.OtherSideSearch), verdict.OtherSideSearch),
        (nameof(verdict.ConflictDisclosure), verdict.ConflictDisclosure),
    ];
}
