using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasFoldedText();
        builder.Property(s => s.Address).HasMaxLength(Source.AddressMaxLength);
        builder.Property(s => s.AddressKey).HasMaxLength(Source.AddressMaxLength);
        builder.Property(s => s.Language).HasMaxLength(Limits.Language);
        builder.Property(s => s.Author).HasMaxLength(Source.AuthorMaxLength);
        builder.Property(s => s.WithheldReason).HasMaxLength(Source.NoteMaxLength);
        builder.Property(s => s.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.Property(s => s.ExternalReference).HasMaxLength(Limits.ExternalKey);
        builder.Property(s => s.ExternalFile).HasMaxLength(Limits.ExternalKey);
        builder.HasOne(s => s.Outlet).WithMany().HasForeignKey(s => s.OutletId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.OriginParty).WithMany().HasForeignKey(s => s.OriginPartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Original).WithMany().HasForeignKey(s => s.OriginalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(s => s.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Relays).WithOne().HasForeignKey(r => r.SourceId);
        builder.HasMany(s => s.Credits).WithOne().HasForeignKey(c => c.SourceId);
        builder.HasIndex(s => s.AddressKey).IsUnique();
        builder.HasIndex(s => new { s.DataSetId, s.ExternalKey }).IsUnique();
    }
}

internal sealed class SourceRelayConfiguration : IEntityTypeConfiguration<SourceRelay>
{
    public void Configure(EntityTypeBuilder<SourceRelay> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne(r => r.Party).WithMany().HasForeignKey(r => r.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.SourceId, r.PartyId }).IsUnique();
    }
}

internal sealed class SourceCreditConfiguration : IEntityTypeConfiguration<SourceCredit>
{
    public void Configure(EntityTypeBuilder<SourceCredit> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne(c => c.Party).WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.SourceId, c.PartyId }).IsUnique();
    }
}

internal sealed class ArticleErrorConfiguration : IEntityTypeConfiguration<ArticleError>
{
    public void Configure(EntityTypeBuilder<ArticleError> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(Limits.ExternalKey);
        builder.Property(e => e.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.HasOne(e => e.Source).WithMany().HasForeignKey(e => e.SourceId);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(e => e.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Claims).WithOne().HasForeignKey(c => c.ArticleErrorId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.ConfirmedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.DataSetId, e.ExternalKey }).IsUnique();
    }
}

internal sealed class ArticleErrorClaimConfiguration : IEntityTypeConfiguration<ArticleErrorClaim>
{
    public void Configure(EntityTypeBuilder<ArticleErrorClaim> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Source>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ArticleErrorId, c.ClaimNumber }).IsUnique();
    }
}

internal sealed class OutletConfiguration : IEntityTypeConfiguration<Outlet>
{
    public void Configure(EntityTypeBuilder<Outlet> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasFoldedText();
        builder.HasSortKeys();
        builder.Property(o => o.Country).HasMaxLength(Limits.Country);
        builder.Property(o => o.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.HasOne(o => o.Party).WithMany().HasForeignKey(o => o.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(o => o.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.DataSetId, o.ExternalKey }).IsUnique();
    }
}

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasFoldedText();
        builder.HasSortKeys();
        builder.Property(p => p.Country).HasMaxLength(Limits.Country);
        builder.Property(p => p.ExternalKey).HasMaxLength(Limits.ExternalKey);
        builder.HasOne(p => p.MemberOf).WithMany().HasForeignKey(p => p.MemberOfId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(p => p.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.PartyId);
        builder.HasIndex(p => new { p.DataSetId, p.ExternalKey }).IsUnique();
    }
}

internal sealed class PartyVariantConfiguration : IEntityTypeConfiguration<PartyVariant>
{
    public void Configure(EntityTypeBuilder<PartyVariant> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasFoldedText();
        builder.Property(v => v.Text).HasMaxLength(Party.VariantMaxLength);
        builder.Property(v => v.Language).HasMaxLength(Limits.Language);
    }
}

internal sealed class CaptureConfiguration : IEntityTypeConfiguration<Capture>
{
    public void Configure(EntityTypeBuilder<Capture> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Sha256).HasMaxLength(Limits.Hash);
        builder.Property(c => c.MediaType).HasMaxLength(Capture.MediaTypeMaxLength);
        builder.Property(c => c.Tool).HasMaxLength(Capture.ToolMaxLength);
        builder.Property(c => c.FileName).HasMaxLength(Capture.FileNameMaxLength);
        builder.Property(c => c.FinalAddress).HasMaxLength(Source.AddressMaxLength);
        builder.HasOne<Source>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CaptureContent>().WithMany().HasForeignKey(c => c.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkingTextConfiguration : IEntityTypeConfiguration<WorkingText>
{
    public void Configure(EntityTypeBuilder<WorkingText> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Sha256).HasMaxLength(Limits.Hash);
        builder.HasOne<Source>().WithMany().HasForeignKey(t => t.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Capture>().WithMany().HasForeignKey(t => t.CaptureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CaptureContent>().WithMany().HasForeignKey(t => t.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.CaptureId, t.Number }).IsUnique();
    }
}

internal sealed class CustodyEventConfiguration : IEntityTypeConfiguration<CustodyEvent>
{
    public void Configure(EntityTypeBuilder<CustodyEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Detail).HasMaxLength(CustodyEvent.DetailMaxLength);
        builder.HasOne<Source>().WithMany().HasForeignKey(e => e.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Capture>().WithMany().HasForeignKey(e => e.CaptureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionRequestConfiguration : IEntityTypeConfiguration<CorrectionRequest>
{
    public void Configure(EntityTypeBuilder<CorrectionRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Language).HasMaxLength(Limits.Language);
        builder.Property(r => r.Text).HasMaxLength(CorrectionRequest.TextMaxLength);
        builder.Property(r => r.SentTo).HasMaxLength(CorrectionRequest.SentToMaxLength);
        builder.Property(r => r.OutcomeNote).HasMaxLength(CorrectionRequest.NoteMaxLength);
        builder.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaptureContentConfiguration : IEntityTypeConfiguration<CaptureContent>
{
    public void Configure(EntityTypeBuilder<CaptureContent> builder)
    {
        builder.HasKey(c => c.Sha256);
        builder.Property(c => c.Sha256).HasMaxLength(Limits.Hash);
    }
}

internal sealed class DataSetConfiguration : IEntityTypeConfiguration<DataSet>
{
    public void Configure(EntityTypeBuilder<DataSet> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Key).HasMaxLength(DataSet.KeyMaxLength);
        builder.HasIndex(d => d.Key).IsUnique();
    }
}
