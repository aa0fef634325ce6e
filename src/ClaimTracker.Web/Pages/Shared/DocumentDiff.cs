using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>One field that two versions of a published document have differently, in the words of the page.</summary>
public sealed record FieldChange(string Label, string Language, IReadOnlyList<DiffPart> Parts);

/// <summary>What a reader sees changed between two versions, field by field in the order of the page.</summary>
public sealed record DocumentDiff(IReadOnlyList<FieldChange> Changes, int Unchanged)
{
    /// <param name="before">Null: nothing was public before.</param>
    /// <param name="after">The later version.</param>
    /// <param name="formats">Of the page.</param>
    public static DocumentDiff Of(PublicDocument? before, PublicDocument after, Formats formats)
    {
        var old = before is null ? [] : DocumentFields.Of(before, formats);
        var now = DocumentFields.Of(after, formats);
        var changes = new List<FieldChange>();
        var unchanged = 0;
        foreach (var field in now.Concat(old).DistinctBy(f => f.Key).OrderBy(f => f.Place))
        {
            var was = old.Find(f => f.Key == field.Key)?.Text ?? "";
            var isNow = now.Find(f => f.Key == field.Key)?.Text ?? "";
            if (was == isNow)
            {
                unchanged++;
                continue;
            }

            changes.Add(new FieldChange(field.Label, field.Language, WordDiff.Of(was, isNow)));
        }

        return new DocumentDiff(changes, unchanged);
    }
}
