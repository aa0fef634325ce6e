using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Migrations.Sqlite.Migrations;

/// <summary>Installs the full-text indexes. Written by hand: the script beside the search code is all there is to it.</summary>
[DbContext(typeof(ClaimDbContext))]
[Migration("20261122100600_SearchIndex")]
public sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => SearchIndexSchema.Install(migrationBuilder);
}
