using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PublicTexts");

            migrationBuilder.CreateTable(
                name: "DeskSearchFigures",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<double>(type: "double precision", nullable: false),
                    To = table.Column<double>(type: "double precision", nullable: false),
                    Unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSearchFigures", x => new { x.Number, x.Order });
                });

            migrationBuilder.CreateTable(
                name: "DeskSearchRanks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Terms = table.Column<byte[]>(type: "bytea", nullable: false),
                    Facets = table.Column<byte[]>(type: "bytea", nullable: false),
                    AssertedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    AssertedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    AssertedSort = table.Column<DateOnly>(type: "date", nullable: false),
                    Repeats = table.Column<int>(type: "integer", nullable: false),
                    Build = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSearchRanks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeskSearchTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Statement = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Quotes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stems = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Filters = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Match = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSearchTexts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NameWords",
                columns: table => new
                {
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Stem = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Skeleton = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameWords", x => new { x.PartyId, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "PublicSearchFigures",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<double>(type: "double precision", nullable: false),
                    To = table.Column<double>(type: "double precision", nullable: false),
                    Unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicSearchFigures", x => new { x.Number, x.Order });
                });

            migrationBuilder.CreateTable(
                name: "PublicSearchRanks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Terms = table.Column<byte[]>(type: "bytea", nullable: false),
                    Facets = table.Column<byte[]>(type: "bytea", nullable: false),
                    AssertedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    AssertedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    AssertedSort = table.Column<DateOnly>(type: "date", nullable: false),
                    Repeats = table.Column<int>(type: "integer", nullable: false),
                    Build = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicSearchRanks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublicSearchTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Statement = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Quotes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stems = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Filters = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Match = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicSearchTexts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchBacklog",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchBacklog", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SearchFacets",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Facet = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchFacets", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SearchTerms",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Term = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Documents = table.Column<int>(type: "integer", nullable: false),
                    Shown = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerms", x => new { x.Scope, x.Term });
                });

            migrationBuilder.CreateTable(
                name: "SearchTotals",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Documents = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<long>(type: "bigint", nullable: false),
                    FoldVersion = table.Column<int>(type: "integer", nullable: false),
                    Build = table.Column<int>(type: "integer", nullable: false),
                    BuiltTo = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTotals", x => x.Scope);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeskSearchRanks_Number",
                table: "DeskSearchRanks",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskSearchTexts_Number",
                table: "DeskSearchTexts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NameWords_Skeleton",
                table: "NameWords",
                column: "Skeleton");

            migrationBuilder.CreateIndex(
                name: "IX_NameWords_Word",
                table: "NameWords",
                column: "Word");

            migrationBuilder.CreateIndex(
                name: "IX_PublicSearchRanks_Number",
                table: "PublicSearchRanks",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublicSearchTexts_Number",
                table: "PublicSearchTexts",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskSearchFigures");

            migrationBuilder.DropTable(
                name: "DeskSearchRanks");

            migrationBuilder.DropTable(
                name: "DeskSearchTexts");

            migrationBuilder.DropTable(
                name: "NameWords");

            migrationBuilder.DropTable(
                name: "PublicSearchFigures");

            migrationBuilder.DropTable(
                name: "PublicSearchRanks");

            migrationBuilder.DropTable(
                name: "PublicSearchTexts");

            migrationBuilder.DropTable(
                name: "SearchBacklog");

            migrationBuilder.DropTable(
                name: "SearchFacets");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropTable(
                name: "SearchTotals");

            migrationBuilder.CreateTable(
                name: "PublicTexts",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FoldVersion = table.Column<int>(type: "integer", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicTexts", x => x.Number);
                });
        }
    }
}
