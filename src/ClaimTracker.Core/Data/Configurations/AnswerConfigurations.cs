using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class ChallengeConfiguration : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        // No edit that a colleague's form could overwrite.
        builder.Property(c => c.Joins).IsConcurrencyToken().HasAnnotation(AuditText.SkipAnnotation, true);
        builder.Property(c => c.ReceiptNumber).HasMaxLength(Limits.ExternalKey);
        builder.Property(c => c.Text).HasMaxLength(Challenge.TextMaxLength);
        builder.Property(c => c.Language).HasMaxLength(Limits.Language);
        builder.Property(c => c.Link).HasMaxLength(Source.AddressMaxLength);
        builder.Property(c => c.Name).HasMaxLength(Challenge.NameMaxLength);
        builder.Property(c => c.Contact).HasMaxLength(Challenge.ContactMaxLength);
        builder.Property(c => c.SameKey).HasMaxLength(Limits.Hash);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Challenge>().WithMany().HasForeignKey(c => c.SameAsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Correction>().WithMany().HasForeignKey(c => c.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.ReceiptNumber).IsUnique();
        builder.HasIndex(c => new { c.State, c.DueOn });
        // Of two that say the same at the same moment, one is the first.
        builder.HasIndex(c => c.SameKey).IsUnique().HasFilter("\"SameAsId\" IS NULL AND \"State\" IN ('Received', 'Looking')");
    }
}

internal sealed class SuggestionConfiguration : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.ReceiptNumber).HasMaxLength(Limits.ExternalKey);
        builder.Property(s => s.Text).HasMaxLength(Suggestion.TextMaxLength);
        builder.Property(s => s.Link).HasMaxLength(Source.AddressMaxLength);
        builder.Property(s => s.PictureSha256).HasMaxLength(Limits.Hash);
        builder.Property(s => s.PictureMediaType).HasMaxLength(Capture.MediaTypeMaxLength);
        builder.Property(s => s.Language).HasMaxLength(Limits.Language);
        builder.Property(s => s.Contact).HasMaxLength(Suggestion.ContactMaxLength);
        builder.Property(s => s.SameKey).HasMaxLength(Limits.Hash);
        builder.HasOne<CaptureContent>().WithMany().HasForeignKey(s => s.PictureSha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Suggestion>().WithMany().HasForeignKey(s => s.SameAsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Claim>().WithMany().HasForeignKey(s => s.ClaimNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.ReceiptNumber).IsUnique();
        builder.HasIndex(s => s.State);
        // Of two that say the same at the same moment, one is the first.
        builder.HasIndex(s => s.SameKey).IsUnique().HasFilter("\"SameAsId\" IS NULL AND \"State\" = 'Received'");
    }
}
