using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data.Configurations;

/// <summary>The rows of both scopes: one shape, two sets of tables. The indexes over their text are in the SQL beside the search code.</summary>
internal static class SearchConfigurations
{
    public static void ApplySearchTables(this ModelBuilder builder)
    {
        foreach (var tables in new[] { SearchTables.Public, SearchTables.Desk })
        {
            builder.SharedTypeEntity<SearchText>(tables.Text, text =>
            {
                text.ToTable(tables.Text);
                text.Property(t => t.Id).ValueGeneratedNever();
                text.HasIndex(t => t.Number).IsUnique();
            });
            builder.SharedTypeEntity<SearchRank>(tables.Rank, rank =>
            {
                rank.ToTable(tables.Rank);
                rank.Property(r => r.Id).ValueGeneratedNever();
                rank.HasIndex(r => r.Number).IsUnique();
            });
            builder.SharedTypeEntity<SearchFigure>(tables.Figure, figure =>
            {
                figure.ToTable(tables.Figure);
                figure.HasKey(f => new { f.Number, f.Order });
                figure.Property(f => f.Unit).HasMaxLength(80);
            });
        }

        builder.Entity<SearchTerm>(term =>
        {
            term.ToTable("SearchTerms");
            term.HasKey(t => new { t.Scope, t.Term });
            term.Property(t => t.Term).HasMaxLength(SearchTermLimits.Term);
            term.Property(t => t.Shown).HasMaxLength(SearchTermLimits.Shown);
        });
        builder.Entity<SearchFacet>(facet =>
        {
            facet.ToTable("SearchFacets");
            facet.HasKey(f => f.Key);
            facet.Property(f => f.Key).ValueGeneratedNever();
            facet.Property(f => f.Facet).HasMaxLength(40);
            facet.Property(f => f.Value).HasMaxLength(80);
        });
        builder.Entity<SearchTotal>(total =>
        {
            total.ToTable("SearchTotals");
            total.HasKey(t => t.Scope);
        });
        builder.Entity<NameWord>(name =>
        {
            name.ToTable("NameWords");
            name.HasKey(n => new { n.PartyId, n.Word });
            name.Property(n => n.Word).HasMaxLength(Word.MaxLength);
            name.Property(n => n.Stem).HasMaxLength(Word.MaxLength);
            name.Property(n => n.Skeleton).HasMaxLength(Word.MaxLength);
            name.HasIndex(n => n.Word);
            name.HasIndex(n => n.Skeleton);
        });
        builder.Entity<SearchBacklog>(backlog =>
        {
            backlog.ToTable("SearchBacklog");
            backlog.HasKey(b => b.Number);
            backlog.Property(b => b.Number).ValueGeneratedNever();
        });
    }
}
