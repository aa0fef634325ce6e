using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddErrorConfirmation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmedAt",
                table: "ArticleErrors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedById",
                table: "ArticleErrors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ProposedAt",
                table: "ArticleErrors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedById",
                table: "ArticleErrors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArticleErrors_ConfirmedById",
                table: "ArticleErrors",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleErrors_ProposedById",
                table: "ArticleErrors",
                column: "ProposedById");

            migrationBuilder.AddForeignKey(
                name: "FK_ArticleErrors_AspNetUsers_ConfirmedById",
                table: "ArticleErrors",
                column: "ConfirmedById",
                principalTable: "AspNetUsers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ArticleErrors_AspNetUsers_ProposedById",
                table: "ArticleErrors",
                column: "ProposedById",
                principalTable: "AspNetUsers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ArticleErrors_AspNetUsers_ConfirmedById",
                table: "ArticleErrors");

            migrationBuilder.DropForeignKey(
                name: "FK_ArticleErrors_AspNetUsers_ProposedById",
                table: "ArticleErrors");

            migrationBuilder.DropIndex(
                name: "IX_ArticleErrors_ConfirmedById",
                table: "ArticleErrors");

            migrationBuilder.DropIndex(
                name: "IX_ArticleErrors_ProposedById",
                table: "ArticleErrors");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "ArticleErrors");

            migrationBuilder.DropColumn(
                name: "ConfirmedById",
                table: "ArticleErrors");

            migrationBuilder.DropColumn(
                name: "ProposedAt",
                table: "ArticleErrors");

            migrationBuilder.DropColumn(
                name: "ProposedById",
                table: "ArticleErrors");
        }
    }
}
