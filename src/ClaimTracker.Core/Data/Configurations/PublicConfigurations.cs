using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.HasKey(p => new { p.Number, p.Version });
        builder.Property(p => p.DocumentHash).HasMaxLength(Limits.Hash);
        builder.Property(p => p.PreviousHash).HasMaxLength(Limits.Hash);
        builder.Property(p => p.Hash).HasMaxLength(Limits.Hash);
    }
}

internal sealed class PublicationRedactionConfiguration : IEntityTypeConfiguration<PublicationRedaction>
{
    public void Configure(EntityTypeBuilder<PublicationRedaction> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.DocumentHash).HasMaxLength(Limits.Hash);
        builder.HasIndex(r => new { r.ClaimNumber, r.PublicationVersion }).IsUnique();
    }
}

internal sealed class PublicClaimConfiguration : IEntityTypeConfiguration<PublicClaim>
{
    public void Configure(EntityTypeBuilder<PublicClaim> builder)
    {
        builder.HasKey(p => p.Number);
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.RatingCode).HasMaxLength(Review.Rating.CodeMaxLength);
        builder.Property(p => p.Language).HasMaxLength(Limits.Language);
        // Dates are a filter of their own and are scanned in these covering indexes, in each sort order.
        // Feeds and machines are given decided claims alone, however many are imported.
        builder.HasIndex(p => new { p.State, p.ReviewedAt, p.Number });
        builder.HasIndex(p => new { p.ReviewedAt, p.Number, p.AssertedFrom, p.AssertedTo });
        builder.HasIndex(p => new { p.AssertedSort, p.Number, p.AssertedFrom, p.AssertedTo });
        builder.HasIndex(p => new { p.Repeats, p.Number, p.AssertedFrom, p.AssertedTo });
    }
}

internal sealed class PublicFacetConfiguration : IEntityTypeConfiguration<PublicFacet>
{
    public void Configure(EntityTypeBuilder<PublicFacet> builder)
    {
        builder.HasKey(f => new { f.Facet, f.Value, f.Number });
        builder.Property(f => f.Facet).HasMaxLength(40);
        builder.Property(f => f.Value).HasMaxLength(80);
        builder.HasIndex(f => f.Number);
        builder.HasIndex(f => new { f.Facet, f.Value, f.ReviewedAt, f.Number });
        builder.HasIndex(f => new { f.Facet, f.Value, f.AssertedSort, f.Number });
        builder.HasIndex(f => new { f.Facet, f.Value, f.Repeats, f.Number });
    }
}

internal sealed class PublicCountConfiguration : IEntityTypeConfiguration<PublicCount>
{
    public void Configure(EntityTypeBuilder<PublicCount> builder)
    {
        builder.HasKey(c => new { c.Facet, c.Value });
        builder.Property(c => c.Facet).HasMaxLength(40);
        builder.Property(c => c.Value).HasMaxLength(80);
    }
}

internal sealed class PublicTallyConfiguration : IEntityTypeConfiguration<PublicTally>
{
    public void Configure(EntityTypeBuilder<PublicTally> builder)
    {
        builder.HasKey(t => new { t.IsMonth, t.Day, t.Kind, t.Value });
        builder.Property(t => t.Value).HasMaxLength(PublicTally.ValueMaxLength);
    }
}

internal sealed class PublicLinkConfiguration : IEntityTypeConfiguration<PublicLink>
{
    public void Configure(EntityTypeBuilder<PublicLink> builder)
    {
        builder.HasKey(l => new { l.FromNumber, l.Kind, l.ToNumber });
        builder.HasIndex(l => l.ToNumber);
    }
}

internal sealed class PublicFigureConfiguration : IEntityTypeConfiguration<PublicFigureRow>
{
    public void Configure(EntityTypeBuilder<PublicFigureRow> builder)
    {
        builder.HasKey(f => new { f.Number, f.Place });
        builder.Property(f => f.Measure).HasMaxLength(Claims.Measure.CodeMaxLength);
        builder.Property(f => f.Unit).HasMaxLength(Claims.Unit.CodeMaxLength);
        builder.Property(f => f.AlternativeGroup).HasMaxLength(Claims.Figure.AlternativeGroupMaxLength);
        builder.HasIndex(f => new { f.Measure, f.AssertedSort, f.Number });
        builder.HasIndex(f => f.AlternativeGroup);
    }
}

internal sealed class PublicCorrectionConfiguration : IEntityTypeConfiguration<PublicCorrection>
{
    public void Configure(EntityTypeBuilder<PublicCorrection> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.At, c.Id });
        builder.HasIndex(c => c.Number);
    }
}

internal sealed class PublicRowsBuildConfiguration : IEntityTypeConfiguration<PublicRowsBuild>
{
    public void Configure(EntityTypeBuilder<PublicRowsBuild> builder)
    {
        builder.ToTable("PublicRowsBuild");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasData(new PublicRowsBuild { Id = PublicRowsBuild.TheRow, Version = 0 });
    }
}

internal sealed class PublicationEpochConfiguration : IEntityTypeConfiguration<PublicationEpoch>
{
    public void Configure(EntityTypeBuilder<PublicationEpoch> builder)
    {
        builder.ToTable("PublicationEpoch");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasData(new PublicationEpoch { Id = PublicationEpoch.TheRow, Value = 1 });
    }
}
