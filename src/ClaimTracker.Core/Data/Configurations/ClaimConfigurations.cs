using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.HasKey(c => c.Number);
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.OriginalLanguage).HasMaxLength(Limits.Language);
        builder.Property(c => c.PlaceCountry).HasMaxLength(Limits.Country);
        builder.Property(c => c.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.Property(c => c.ExternalReference).HasMaxLength(Limits.ExternalKey);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(c => c.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.LoggedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.MergedIntoNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Claimants).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Figures).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Topics).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Appearances).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Attribution).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Evidence).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasMany(c => c.Links).WithOne().HasForeignKey(c => c.ClaimNumber);
        builder.HasIndex(c => new { c.DataSetId, c.ExternalKey }).IsUnique();
        // With the column that every query asks of, so that counting reads no claim.
        builder.Property<Guid?>(PendingImports.Column);
        builder.HasIndex(nameof(Claim.Stage), nameof(Claim.Number), PendingImports.Column);
        builder.HasIndex(nameof(Claim.AssigneeId), nameof(Claim.Stage), PendingImports.Column);
        builder.HasIndex(nameof(Claim.PublicState), nameof(Claim.Number), PendingImports.Column);
    }
}

internal sealed class ClaimantConfiguration : IEntityTypeConfiguration<Claimant>
{
    public void Configure(EntityTypeBuilder<Claimant> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne(c => c.Party).WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ClaimNumber, c.PartyId }).IsUnique();
    }
}

internal sealed class ClaimTopicConfiguration : IEntityTypeConfiguration<ClaimTopic>
{
    public void Configure(EntityTypeBuilder<ClaimTopic> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne(c => c.Topic).WithMany().HasForeignKey(c => c.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ClaimNumber, c.TopicId }).IsUnique();
    }
}

internal sealed class ClaimLinkConfiguration : IEntityTypeConfiguration<ClaimLink>
{
    public void Configure(EntityTypeBuilder<ClaimLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasOne<Claim>().WithMany().HasForeignKey(l => l.ToNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ClaimNumber, l.ToNumber, l.Kind }).IsUnique();
    }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.AlternativeGroup).HasMaxLength(Figure.AlternativeGroupMaxLength);
        builder.HasOne(f => f.Unit).WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(f => f.Measure).WithMany().HasForeignKey(f => f.MeasureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.AlternativeGroup);
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Code).HasMaxLength(Unit.CodeMaxLength);
        builder.HasIndex(u => u.Code).IsUnique();
    }
}

internal sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(Measure.CodeMaxLength);
        builder.HasIndex(m => m.Code).IsUnique();
    }
}

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasFoldedText();
        builder.HasSortKeys();
        builder.Property(t => t.Slug).HasMaxLength(Topic.SlugMaxLength);
        builder.Property(t => t.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(t => t.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.HasIndex(t => new { t.DataSetId, t.ExternalKey }).IsUnique();
    }
}

internal sealed class AppearanceConfiguration : IEntityTypeConfiguration<Appearance>
{
    public void Configure(EntityTypeBuilder<Appearance> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Timecode).HasMaxLength(Appearance.TimecodeMaxLength);
        builder.Property(a => a.Quote).HasMaxLength(Appearance.QuoteMaxLength);
        builder.Property(a => a.Prefix).HasMaxLength(Appearance.ContextMaxLength);
        builder.Property(a => a.Suffix).HasMaxLength(Appearance.ContextMaxLength);
        builder.Property(a => a.TextSha256).HasMaxLength(Limits.Hash);
        builder.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttributionStepConfiguration : IEntityTypeConfiguration<AttributionStep>
{
    public void Configure(EntityTypeBuilder<AttributionStep> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Verb).HasMaxLength(AttributionStep.VerbMaxLength);
        builder.HasOne(s => s.Party).WithMany().HasForeignKey(s => s.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Scopes).WithOne().HasForeignKey(s => s.StepId);
    }
}

internal sealed class AttributionScopeConfiguration : IEntityTypeConfiguration<AttributionScope>
{
    public void Configure(EntityTypeBuilder<AttributionScope> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne(s => s.Source).WithMany().HasForeignKey(s => s.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.StepId, s.SourceId }).IsUnique();
    }
}

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Quote).HasMaxLength(Evidence.QuoteMaxLength);
        builder.Property(e => e.Locator).HasMaxLength(Evidence.LocatorMaxLength);
        builder.Property(e => e.SourceGrade).HasMaxLength(1);
        builder.HasOne(e => e.Source).WithMany().HasForeignKey(e => e.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.ClaimNumber, e.SourceId, e.Stance }).IsUnique();
    }
}
