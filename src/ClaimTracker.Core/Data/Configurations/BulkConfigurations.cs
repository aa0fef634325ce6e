using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class BulkImportConfiguration : IEntityTypeConfiguration<BulkImport>
{
    public void Configure(EntityTypeBuilder<BulkImport> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(BulkImport.FileNameMaxLength);
        builder.Property(i => i.Sha256).HasMaxLength(Limits.Hash);
        builder.Property(i => i.Format).HasMaxLength(80);
        builder.Property(i => i.DataSetName).HasMaxLength(BulkImport.DataSetNameMaxLength);
        builder.Property(i => i.SigningNote).HasMaxLength(BulkImport.SigningNoteMaxLength);
        builder.Property(i => i.State).IsConcurrencyToken();
        builder.HasOne<Exchange.DataSet>().WithMany().HasForeignKey(i => i.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.StartedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.CreatedAt);
    }
}

internal sealed class BulkRowConfiguration : IEntityTypeConfiguration<BulkRow>
{
    public void Configure(EntityTypeBuilder<BulkRow> builder)
    {
        builder.HasKey(r => new { r.ImportId, r.Number });
        builder.Property(r => r.Fingerprint).HasMaxLength(BulkRow.FingerprintLength);
        builder.HasOne<BulkImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.ImportId, r.Fate, r.Number });
        builder.HasIndex(r => r.Fingerprint);
    }
}

internal sealed class ImportMappingConfiguration : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.HeadsKey).HasMaxLength(Limits.Hash);
        builder.HasIndex(m => new { m.Kind, m.HeadsKey }).IsUnique();
    }
}

internal sealed class WorkLeaseConfiguration : IEntityTypeConfiguration<WorkLease>
{
    public void Configure(EntityTypeBuilder<WorkLease> builder)
    {
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(40);
        builder.Property(l => l.Owner).IsConcurrencyToken();
        builder.HasData(new WorkLease { Name = WorkLease.BulkImports }, new WorkLease { Name = WorkLease.Mail }, new WorkLease { Name = WorkLease.SavedSearches });
    }
}
