using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Measure = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    IsCapacity = table.Column<bool>(type: "boolean", nullable: false),
                    Low = table.Column<double>(type: "double precision", nullable: true),
                    High = table.Column<double>(type: "double precision", nullable: true),
                    AlternativeGroup = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    AssertedSort = table.Column<DateOnly>(type: "date", nullable: false),
                    Figure = table.Column<string>(type: "text", nullable: false, collation: "C")
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
