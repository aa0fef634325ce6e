using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WithholdPoliciesAndCountOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WithheldAt",
                table: "PolicyVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithheldReason",
                table: "PolicyVersions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnreadKey",
                table: "Notifications",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Joins",
                table: "Challenges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UnreadKey",
                table: "Notifications",
                column: "UnreadKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_UnreadKey",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "WithheldAt",
                table: "PolicyVersions");

            migrationBuilder.DropColumn(
                name: "WithheldReason",
                table: "PolicyVersions");

            migrationBuilder.DropColumn(
                name: "UnreadKey",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Joins",
                table: "Challenges");
        }
    }
}
