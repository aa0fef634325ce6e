using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedAt",
                table: "BulkImports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SignedById",
                table: "BulkImports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SigningNote",
                table: "BulkImports",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "ArchiveEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimNumber = table.Column<int>(type: "integer", nullable: false),
                    VerdictId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    AddressKey = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Byline = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    RatingWords = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true)
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
