using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddEpochTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "At",
                table: "PublicationEpoch",
                type: "TEXT",
                nullable: true);

            migrationBuilder.UpdateData(
                table: "PublicationEpoch",
                keyColumn: "Id",
                keyValue: 1,
                column: "At",
                value: null);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "At",
                table: "PublicationEpoch");
        }
    }
}
