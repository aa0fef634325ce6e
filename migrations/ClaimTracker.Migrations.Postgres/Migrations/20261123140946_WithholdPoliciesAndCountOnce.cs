using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithheldReason",
                table: "PolicyVersions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "UnreadKey",
                table: "Notifications",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Joins",
                table: "Challenges",
                type: "integer",
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
