using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.WithheldAt).IsConcurrencyToken();
        builder.Property(v => v.WithheldReason).HasMaxLength(PolicyVersion.ReasonMaxLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
        // Of two who save at once, one finds the other's version there and is asked.
        builder.HasIndex(v => new { v.Policy, v.Number }).IsUnique();
    }
}
