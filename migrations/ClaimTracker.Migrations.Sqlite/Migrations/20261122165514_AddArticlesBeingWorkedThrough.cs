using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FinalAddress = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    HeaderCharset = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HeaderLanguage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HeaderCanonical = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CapturedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingArticles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SketchHashes",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SkippedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SkippedById = table.Column<Guid>(type: "TEXT", nullable: true)
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
