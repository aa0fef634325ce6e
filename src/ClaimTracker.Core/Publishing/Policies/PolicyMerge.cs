using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>
/// A text that was typed over one version, put onto another that came since (rule 2), one language at a time: a language only one side changed takes
/// that change, one that both changed differently is a conflict.
/// </summary>
/// <param name="basis">The text of the version that was changed; null: there is no such version, so every difference is a conflict.</param>
/// <param name="current">The text that holds now.</param>
/// <param name="typed">What was typed; languages the form did not hold stay as they are.</param>
/// <param name="isBasisHidden">The version that was changed is withheld: it still tells who changed what, but no page prints it.</param>
internal sealed class PolicyMerge(LocalizedText? basis, LocalizedText current, TextEdit typed, bool isBasisHidden)
{
    private readonly LocalizedText yours = typed.Apply(current);

    /// <summary>As it stands after the merge; of a conflict, what was typed.</summary>
    public LocalizedText Text => Theirs.Aggregate(yours, (text, language) => text.With(language, current[language]));

    private IEnumerable<string> Different => typed.Languages.Keys.Where(l => yours[l] != current[l]);

    /// <summary>Languages that only others changed.</summary>
    private IEnumerable<string> Theirs => basis is null ? [] : Different.Where(l => yours[l] == basis[l]);

    /// <summary>What cannot be merged; null: nothing.</summary>
    public EditConflict? Conflict(int madeFrom, int number, PolicyVersion? latest)
    {
        var both = Different.Except(Theirs).Where(l => basis is null || current[l] != basis[l]).ToList();
        ConflictingValue Of(string language) =>
            new(nameof(PolicyVersion), latest?.Id.ToString() ?? "", $"{nameof(PolicyVersion.Text)}.{language}", isBasisHidden ? null : basis?[language], current[language], yours[language])
            {
                IsBaseErased = basis is null || isBasisHidden,
                ChangedById = latest?.ById,
                ChangedAt = latest?.At,
            };
        return both.Count == 0 ? null : new EditConflict(madeFrom, number, both.ConvertAll(Of)) { OthersChanged = [.. Theirs.Select(Of)] };
    }
}
