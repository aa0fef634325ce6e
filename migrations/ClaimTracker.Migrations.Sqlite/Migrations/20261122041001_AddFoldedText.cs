using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddFoldedText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Topics",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Topics",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Topics",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Sources",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "PartyVariant",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Parties",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Parties",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Parties",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Outlets",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Outlets",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Outlets",
                type: "TEXT",
                nullable: true,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Claims",
                type: "TEXT",
                nullable: true,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "SortKeyAr",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "SortKeyEn",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "PartyVariant");

            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "SortKeyAr",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "SortKeyEn",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "SortKeyAr",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "SortKeyEn",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "FoldedText",
                table: "Claims");
        }
    }
}
