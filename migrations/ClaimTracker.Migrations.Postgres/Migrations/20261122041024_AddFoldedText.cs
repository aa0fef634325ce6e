using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
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
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Topics",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Topics",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Sources",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "PartyVariant",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Parties",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Parties",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Parties",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Outlets",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyAr",
                table: "Outlets",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKeyEn",
                table: "Outlets",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FoldedText",
                table: "Claims",
                type: "text",
                nullable: true,
                defaultValue: "",
                collation: "C");
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
