using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Core.Data.Configurations;

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.NameMaxLength);
        builder.Property(s => s.Address).HasMaxLength(SavedSearch.AddressMaxLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.IsShared);
    }
}

internal sealed class SavedSearchLookConfiguration : IEntityTypeConfiguration<SavedSearchLook>
{
    public void Configure(EntityTypeBuilder<SavedSearchLook> builder)
    {
        builder.HasKey(l => new { l.SavedSearchId, l.UserId });
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(l => l.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
