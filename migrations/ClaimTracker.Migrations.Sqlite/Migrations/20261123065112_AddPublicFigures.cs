using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddPublicFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PublicFigures",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsCapacity = table.Column<bool>(type: "INTEGER", nullable: false),
                    Low = table.Column<double>(type: "REAL", nullable: true),
                    High = table.Column<double>(type: "REAL", nullable: true),
                    AlternativeGroup = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    AssertedSort = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicFigures", x => new { x.Number, x.Place });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublicFigures_AlternativeGroup",
                table: "PublicFigures",
                column: "AlternativeGroup");

            migrationBuilder.CreateIndex(
                name: "IX_PublicFigures_Measure_AssertedSort_Number",
                table: "PublicFigures",
                columns: new[] { "Measure", "AssertedSort", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PublicFigures");
        }
    }
}
