using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        // Nothing is counted twice as one, nor into a row that was read meanwhile.
        builder.Property(n => n.Count).IsConcurrencyToken();
        builder.Property(n => n.ReadAt).IsConcurrencyToken();
        builder.Property(n => n.UnreadKey).HasMaxLength(Notification.UnreadKeyMaxLength);
        builder.HasIndex(n => n.UnreadKey).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Claim>().WithMany().HasForeignKey(n => n.ClaimNumber).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.At });
        builder.HasIndex(n => n.ClaimNumber);
        // No key to the mail's row, which is deleted after some weeks.
        builder.HasIndex(n => n.MailId);
    }
}

internal sealed class NotificationSettingConfiguration : IEntityTypeConfiguration<NotificationSetting>
{
    public void Configure(EntityTypeBuilder<NotificationSetting> builder)
    {
        builder.HasKey(s => new { s.UserId, s.Kind });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.LastError).HasMaxLength(OutboxMail.ErrorMaxLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Challenge>().WithMany().HasForeignKey(m => m.ChallengeId).OnDelete(DeleteBehavior.Cascade);
        // What waits, in the order in which it is sent.
        builder.HasIndex(m => new { m.SentAt, m.DueAt, m.Id });
        builder.HasIndex(m => m.CreatedAt);
        // One digest a day, whoever makes it.
        builder.HasIndex(m => new { m.UserId, m.Day }).IsUnique();
        builder.HasIndex(m => m.ChallengeId);
    }
}

internal sealed class SearchWatchConfiguration : IEntityTypeConfiguration<SearchWatch>
{
    public void Configure(EntityTypeBuilder<SearchWatch> builder)
    {
        builder.HasKey(w => w.SavedSearchId);
        builder.Property(w => w.LookedAt).IsConcurrencyToken();
        builder.HasOne<SavedSearch>().WithOne().HasForeignKey<SearchWatch>(w => w.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => w.LookedAt);
    }
}

internal sealed class SearchWatchToldConfiguration : IEntityTypeConfiguration<SearchWatchTold>
{
    public void Configure(EntityTypeBuilder<SearchWatchTold> builder)
    {
        builder.HasKey(t => new { t.SavedSearchId, t.ClaimNumber });
        builder.HasOne<SearchWatch>().WithMany().HasForeignKey(t => t.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Claim>().WithMany().HasForeignKey(t => t.ClaimNumber).OnDelete(DeleteBehavior.Cascade);
    }
}
