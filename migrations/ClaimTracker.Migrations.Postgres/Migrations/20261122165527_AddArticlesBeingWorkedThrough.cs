using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddArticlesBeingWorkedThrough : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PendingArticles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Tool = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    FinalAddress = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    HeaderCharset = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    HeaderLanguage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    HeaderCanonical = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    CapturedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingArticles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SketchHashes",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TextId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SketchHashes", x => new { x.Hash, x.Part, x.TextId });
                    table.ForeignKey(
                        name: "FK_SketchHashes_WorkingTexts_TextId",
                        column: x => x.TextId,
                        principalTable: "WorkingTexts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SkippedPassages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SkippedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SkippedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SkippedPassages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SkippedPassages_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SketchHashes_TextId",
                table: "SketchHashes",
                column: "TextId");

            migrationBuilder.CreateIndex(
                name: "IX_SkippedPassages_SourceId_Sha256",
                table: "SkippedPassages",
                columns: new[] { "SourceId", "Sha256" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PendingArticles");

            migrationBuilder.DropTable(
                name: "SketchHashes");

            migrationBuilder.DropTable(
                name: "SkippedPassages");
        }
    }
}
