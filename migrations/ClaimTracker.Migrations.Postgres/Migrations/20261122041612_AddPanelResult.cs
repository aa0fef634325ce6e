using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddPanelResult : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ResultVerdictId",
                table: "Panels",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StageChanges",
                table: "Claims",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Panels_ResultVerdictId",
                table: "Panels",
                column: "ResultVerdictId");

            migrationBuilder.AddForeignKey(
                name: "FK_Panels_Verdicts_ResultVerdictId",
                table: "Panels",
                column: "ResultVerdictId",
                principalTable: "Verdicts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Panels_Verdicts_ResultVerdictId",
                table: "Panels");

            migrationBuilder.DropIndex(
                name: "IX_Panels_ResultVerdictId",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "ResultVerdictId",
                table: "Panels");

            migrationBuilder.DropColumn(
                name: "StageChanges",
                table: "Claims");
        }
    }
}
