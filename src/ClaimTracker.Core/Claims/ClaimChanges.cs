using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Claims;

/// <summary>Which parts of a claim an edit changes, as the workflow speaks of them, and whether it only adds evidence or appearances.</summary>
internal sealed record ClaimChanges(IReadOnlySet<ClaimPart> Parts, bool OnlyAdds)
{
    public bool IsEmpty => Parts.Count == 0;

    public IReadOnlyList<ClaimPart> Voiding => [.. Parts.Where(Workflow.VoidsVerdict).Order()];

    public bool MakesCoAuthor => Parts.Any(Workflow.MakesCoAuthor);

    public static ClaimChanges Of(ClaimDbContext db, Claim claim, bool mendsTypo)
    {
        db.ChangeTracker.DetectChanges();
        var changed = Aggregates.EntriesOf(db, claim).Where(e => e.State is not EntityState.Unchanged).ToList();
        return new ClaimChanges(
            changed.SelectMany(e => PartsOf(e, mendsTypo)).ToHashSet(),
            changed.TrueForAll(e => e.State is EntityState.Added && e.Entity is Evidence or Appearance));
    }

    private static IEnumerable<ClaimPart> PartsOf(EntityEntry entry, bool mendsTypo) => entry.Entity switch
    {
        Claim => entry.Properties.Where(p => p.IsModified).SelectMany(p => p.Metadata.Name switch
        {
            nameof(Claim.Statement) => ClaimRules.PartsOf((LocalizedText)p.OriginalValue!, (LocalizedText)p.CurrentValue!, mendsTypo), // never null
            nameof(Claim.Kind) => [ClaimPart.Kind],
            nameof(Claim.Aspect) => [ClaimPart.RatedAspect],
            _ => [ClaimPart.Details],
        }),
        Claimant => entry.State is EntityState.Modified ? entry.Properties.Where(p => p.IsModified).SelectMany(p => p.Metadata.Name switch
        {
            // The office held is part of who speaks; put into another language it is the same office.
            nameof(Claimant.Role) => ClaimRules.PartsOf((LocalizedText)p.OriginalValue!, (LocalizedText)p.CurrentValue!, mendsTypo) // never null
                .Select(part => part is ClaimPart.StatementMeaning ? ClaimPart.Claimants : part),
            nameof(Claimant.PartyId) => [ClaimPart.Claimants],
            _ => [ClaimPart.Details],
        }) : [ClaimPart.Claimants],
        Figure => entry.State is EntityState.Modified && entry.Properties.Where(p => p.IsModified).All(p => p.Metadata.Name is nameof(Figure.Note) or nameof(Figure.Order))
            ? [ClaimPart.Details]
            : [ClaimPart.Figures],
        Evidence => [ClaimPart.Evidence],
        _ => [ClaimPart.Details],
    };
}
