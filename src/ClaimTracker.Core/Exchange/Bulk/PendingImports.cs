using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Records of an import that is held back until all of it is made carry its id in a column beside the model, and every query of the house leaves
/// them out: lists, search index, matching, pages. The one place where that is said.
/// </summary>
internal static class PendingImports
{
    public const string Column = "PendingImportId";

    /// <summary>The types a row of a file may make.</summary>
    private static readonly Type[] Types = [typeof(Claim), typeof(Source), typeof(Party), typeof(Outlet), typeof(Appearance), typeof(Evidence)];

    public static void Apply(ModelBuilder builder)
    {
        Hide<Claim>(builder);
        Hide<Source>(builder);
        Hide<Party>(builder);
        Hide<Outlet>(builder);
        Hide<Appearance>(builder);
        Hide<Evidence>(builder);
    }

    /// <summary>Records that anybody may see, and those of that import.</summary>
    public static IQueryable<T> WithOwn<T>(this IQueryable<T> records, Guid importId)
        where T : class =>
        records.IgnoreQueryFilters().Where(r => EF.Property<Guid?>(r, Column) == null || EF.Property<Guid?>(r, Column) == importId);

    /// <summary>Records of that import which nobody may see yet.</summary>
    public static IQueryable<T> PendingOf<T>(this IQueryable<T> records, Guid importId)
        where T : class =>
        records.IgnoreQueryFilters().Where(r => EF.Property<Guid?>(r, Column) == importId);

    /// <summary>Hides what is about to be saved for the first time.</summary>
    public static void HideAdded(ClaimDbContext db, Guid importId)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added && Types.Contains(e.Metadata.ClrType)))
        {
            entry.Property(Column).CurrentValue = importId;
        }
    }

    private static void Hide<T>(ModelBuilder builder)
        where T : class
    {
        builder.Entity<T>().Property<Guid?>(Column);
        builder.Entity<T>().HasIndex(Column).HasFilter($"\"{Column}\" IS NOT NULL");
        builder.Entity<T>().HasQueryFilter(r => EF.Property<Guid?>(r, Column) == null);
    }
}
