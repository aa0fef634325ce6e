using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class PendingArticleConfiguration : IEntityTypeConfiguration<PendingArticle>
{
    public void Configure(EntityTypeBuilder<PendingArticle> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.MediaType).HasMaxLength(Capture.MediaTypeMaxLength);
        builder.Property(p => p.Tool).HasMaxLength(Capture.ToolMaxLength);
        builder.Property(p => p.FileName).HasMaxLength(Capture.FileNameMaxLength);
        builder.Property(p => p.Address).HasMaxLength(Source.AddressMaxLength);
        builder.Property(p => p.FinalAddress).HasMaxLength(Source.AddressMaxLength);
        builder.Property(p => p.HeaderCharset).HasMaxLength(PendingArticle.HeaderMaxLength);
        builder.Property(p => p.HeaderLanguage).HasMaxLength(PendingArticle.HeaderMaxLength);
        builder.Property(p => p.HeaderCanonical).HasMaxLength(Source.AddressMaxLength);
    }
}

internal sealed class SkippedPassageConfiguration : IEntityTypeConfiguration<SkippedPassage>
{
    public void Configure(EntityTypeBuilder<SkippedPassage> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(Limits.Hash);
        builder.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.SourceId, p.Sha256 }).IsUnique();
    }
}

internal sealed class SketchHashConfiguration : IEntityTypeConfiguration<SketchHash>
{
    public void Configure(EntityTypeBuilder<SketchHash> builder)
    {
        builder.HasKey(h => new { h.Hash, h.Part, h.TextId });
        builder.HasOne<WorkingText>().WithMany().HasForeignKey(h => h.TextId).OnDelete(DeleteBehavior.Cascade);
    }
}
