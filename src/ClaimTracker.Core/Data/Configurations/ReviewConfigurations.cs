using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Code).HasMaxLength(Rating.CodeMaxLength);
        builder.Property(r => r.Color).HasMaxLength(Rating.CodeMaxLength);
        builder.Property(r => r.Icon).HasMaxLength(Rating.CodeMaxLength);
        builder.HasIndex(r => new { r.Aspect, r.Code }).IsUnique();
    }
}

internal sealed class VerdictConfiguration : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasOne<Claim>().WithMany().HasForeignKey(v => v.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Rating).WithMany().HasForeignKey(v => v.RatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DataSet>().WithMany().HasForeignKey(v => v.DataSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Authors).WithOne().HasForeignKey(a => a.VerdictId);
        builder.HasMany(v => v.Waivers).WithOne().HasForeignKey(w => w.VerdictId);
        builder.HasMany(v => v.Decisions).WithOne().HasForeignKey(d => d.VerdictId);
        builder.HasOne(v => v.Archive).WithOne().HasForeignKey<ArchiveEntry>(a => a.VerdictId);
        builder.HasOne(v => v.Outside).WithOne().HasForeignKey<OutsideReview>(r => r.VerdictId);
        builder.HasIndex(v => new { v.ClaimNumber, v.Number }).IsUnique();
        builder.HasIndex(v => v.State);
    }
}

internal sealed class OutsideReviewConfiguration : IEntityTypeConfiguration<OutsideReview>
{
    public void Configure(EntityTypeBuilder<OutsideReview> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Address).HasMaxLength(Source.AddressMaxLength);
        builder.Property(r => r.EntryKey).HasMaxLength(OutsideReview.HashLength);
        builder.Property(r => r.ContentHash).HasMaxLength(OutsideReview.HashLength);
        builder.Property(r => r.Publisher).HasMaxLength(OutsideReview.PublisherMaxLength);
        builder.Property(r => r.RatingWords).HasMaxLength(OutsideReview.RatingWordsMaxLength);
        builder.Property(r => r.Title).HasMaxLength(OutsideReview.TitleMaxLength);
        builder.HasIndex(r => r.EntryKey).IsUnique();
    }
}

internal sealed class ArchiveEntryConfiguration : IEntityTypeConfiguration<ArchiveEntry>
{
    public void Configure(EntityTypeBuilder<ArchiveEntry> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Address).HasMaxLength(Source.AddressMaxLength);
        builder.Property(a => a.AddressKey).HasMaxLength(Source.AddressMaxLength);
        builder.Property(a => a.Title).HasMaxLength(ArchiveEntry.TitleMaxLength);
        builder.Property(a => a.Byline).HasMaxLength(ArchiveEntry.BylineMaxLength);
        builder.Property(a => a.RatingWords).HasMaxLength(ArchiveEntry.RatingWordsMaxLength);
        builder.HasIndex(a => a.AddressKey).IsUnique();
        builder.HasIndex(a => a.ImportId);
    }
}

internal sealed class VerdictAuthorConfiguration : IEntityTypeConfiguration<VerdictAuthor>
{
    public void Configure(EntityTypeBuilder<VerdictAuthor> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.VerdictId, a.UserId }).IsUnique();
    }
}

internal sealed class WaiverConfiguration : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Condition).HasMaxLength(Limits.ExternalKey);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(w => w.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => new { w.VerdictId, w.Condition }).IsUnique();
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reason).HasMaxLength(Decision.ReasonMaxLength);
        builder.HasOne<Panel>().WithMany().HasForeignKey(d => d.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rating>().WithMany().HasForeignKey(d => d.RatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.ById).OnDelete(DeleteBehavior.Restrict);
        // One vote each; PostgreSQL and SQLite both let many rows without a panel stand beside each other.
        builder.HasIndex(d => new { d.PanelId, d.ById }).IsUnique();
    }
}

internal sealed class PanelConfiguration : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(Claim.ReasonMaxLength);
        builder.HasOne<Claim>().WithMany().HasForeignKey(p => p.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Verdict>().WithMany().HasForeignKey(p => p.VerdictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Verdict>().WithMany().HasForeignKey(p => p.ResultVerdictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Outcome, p.Deadline });
    }
}

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.Property(n => n.Body).HasMaxLength(Note.BodyMaxLength);
        builder.Property(n => n.Language).HasMaxLength(Limits.Language);
        builder.HasOne<Claim>().WithMany().HasForeignKey(n => n.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Note>().WithMany().HasForeignKey(n => n.ThreadId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(n => n.Mentions).WithOne().HasForeignKey(m => m.NoteId);
    }
}

internal sealed class NoteMentionConfiguration : IEntityTypeConfiguration<NoteMention>
{
    public void Configure(EntityTypeBuilder<NoteMention> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.UserId, m.IsSeen });
    }
}

internal sealed class ContactAttemptConfiguration : IEntityTypeConfiguration<ContactAttempt>
{
    public void Configure(EntityTypeBuilder<ContactAttempt> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.SentTo).HasMaxLength(ContactAttempt.AddressMaxLength);
        builder.HasOne<Claim>().WithMany().HasForeignKey(a => a.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Party).WithMany().HasForeignKey(a => a.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Challenge>().WithMany().HasForeignKey(a => a.ChallengeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.ChallengeId).IsUnique();
        builder.HasIndex(a => new { a.Outcome, a.Deadline });
    }
}

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rating>().WithMany().HasForeignKey(c => c.OldRatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rating>().WithMany().HasForeignKey(c => c.NewRatingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Verdict>().WithMany().HasForeignKey(c => c.VerdictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RequestedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.ApprovedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PendingDecisionConfiguration : IEntityTypeConfiguration<PendingDecision>
{
    public void Configure(EntityTypeBuilder<PendingDecision> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(Claim.ReasonMaxLength);
        builder.HasOne<Claim>().WithMany().HasForeignKey(p => p.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RequestedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.DecidedAt);
    }
}
