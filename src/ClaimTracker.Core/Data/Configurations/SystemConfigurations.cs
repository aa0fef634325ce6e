using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    // Secrets, and what Identity writes at every sign-in, stay out of the trail; sign-ins have entries of their own.
    private static readonly string[] Unaudited =
    [
        nameof(AppUser.PasswordHash), nameof(AppUser.SecurityStamp), nameof(AppUser.ConcurrencyStamp), nameof(AppUser.AccessFailedCount),
        nameof(AppUser.LockoutEnd), nameof(AppUser.NormalizedEmail), nameof(AppUser.NormalizedUserName),
    ];

    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Property(u => u.DisplayName).HasMaxLength(AppUser.DisplayNameMaxLength);
        builder.Property(u => u.Language).HasMaxLength(Limits.Language);
        builder.Property(u => u.Roles).HasConversion<int>();
        foreach (var name in Unaudited)
        {
            builder.Property(name).HasAnnotation(AuditText.SkipAnnotation, true);
        }
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.TokenHash).HasMaxLength(Limits.Hash).HasAnnotation(AuditText.SkipAnnotation, true);
        builder.Property(i => i.Email).HasMaxLength(256);
        // Two people with one link: the second save finds it used.
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
        builder.Property(i => i.Roles).HasConversion<int>();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.UsedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    // Secrets, and when it was last used, stay out of the trail.
    private static readonly string[] Unaudited = [nameof(ApiToken.Hash), nameof(ApiToken.OwnerStamp), nameof(ApiToken.LastUsedOn)];

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.PublicId).HasMaxLength(ApiToken.PublicIdLength);
        builder.Property(t => t.Hash).HasMaxLength(Limits.Hash);
        builder.Property(t => t.OwnerStamp).HasMaxLength(Limits.Hash);
        builder.Property(t => t.Name).HasMaxLength(ApiToken.NameMaxLength);
        builder.Property(t => t.Scopes).HasConversion<int>();
        // Two people who revoke it at once: the second finds it revoked.
        builder.Property(t => t.RevokedAt).IsConcurrencyToken();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.RevokedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.PublicId).IsUnique();
        foreach (var name in Unaudited)
        {
            builder.Property(name).HasAnnotation(AuditText.SkipAnnotation, true);
        }
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Stream).HasMaxLength(AuditEntry.StreamMaxLength);
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.ActionMaxLength);
        builder.Property(e => e.PreviousHash).HasMaxLength(Limits.Hash);
        builder.Property(e => e.Hash).HasMaxLength(Limits.Hash);
        builder.HasIndex(e => new { e.Stream, e.Sequence }).IsUnique().HasDatabaseName(DatabaseErrors.AuditSequenceIndex);
        builder.HasIndex(e => e.At);
    }
}

internal sealed class NumberAllocatorConfiguration : IEntityTypeConfiguration<NumberAllocator>
{
    public void Configure(EntityTypeBuilder<NumberAllocator> builder)
    {
        builder.HasKey(a => a.Name);
        builder.Property(a => a.Name).HasMaxLength(40);
        builder.Property(a => a.Next).IsConcurrencyToken();
        builder.HasData(new NumberAllocator { Name = NumberAllocator.Claims, Next = 1 });
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Result).HasMaxLength(200);
        builder.Property(s => s.RequestHash).HasMaxLength(Limits.Hash);
        builder.HasIndex(s => s.At);
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
