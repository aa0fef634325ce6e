using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddArchiveEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Signed",
                table: "BulkImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedAt",
                table: "BulkImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SignedById",
                table: "BulkImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SigningNote",
                table: "BulkImports",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArchiveEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    VerdictId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Byline = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RatingWords = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArchiveEntries_Verdicts_VerdictId",
                        column: x => x.VerdictId,
                        principalTable: "Verdicts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_AddressKey",
                table: "ArchiveEntries",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_ImportId",
                table: "ArchiveEntries",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_VerdictId",
                table: "ArchiveEntries",
                column: "VerdictId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArchiveEntries");

            migrationBuilder.DropColumn(
                name: "Signed",
                table: "BulkImports");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "BulkImports");

            migrationBuilder.DropColumn(
                name: "SignedById",
                table: "BulkImports");

            migrationBuilder.DropColumn(
                name: "SigningNote",
                table: "BulkImports");
        }
    }
}
