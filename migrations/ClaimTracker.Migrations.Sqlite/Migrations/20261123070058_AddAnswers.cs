using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ChallengeId",
                table: "ContactAttempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AnsweredById",
                table: "Challenges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectionId",
                table: "Challenges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "Challenges",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Challenges",
                type: "TEXT",
                maxLength: 12,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "MayBePrinted",
                table: "Challenges",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Challenges",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SameAsId",
                table: "Challenges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SameKey",
                table: "Challenges",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PictureSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PictureMediaType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SameKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SameAsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suggestions_AspNetUsers_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suggestions_CaptureContents_PictureSha256",
                        column: x => x.PictureSha256,
                        principalTable: "CaptureContents",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suggestions_Claims_ClaimNumber",
                        column: x => x.ClaimNumber,
                        principalTable: "Claims",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suggestions_Suggestions_SameAsId",
                        column: x => x.SameAsId,
                        principalTable: "Suggestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContactAttempts_ChallengeId",
                table: "ContactAttempts",
                column: "ChallengeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_AnsweredById",
                table: "Challenges",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_CorrectionId",
                table: "Challenges",
                column: "CorrectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_SameAsId",
                table: "Challenges",
                column: "SameAsId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_SameKey",
                table: "Challenges",
                column: "SameKey",
                unique: true,
                filter: "\"SameAsId\" IS NULL AND \"State\" IN ('Received', 'Looking')");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_State_DueOn",
                table: "Challenges",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_ClaimNumber",
                table: "Suggestions",
                column: "ClaimNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_DecidedById",
                table: "Suggestions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_PictureSha256",
                table: "Suggestions",
                column: "PictureSha256");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_ReceiptNumber",
                table: "Suggestions",
                column: "ReceiptNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_SameAsId",
                table: "Suggestions",
                column: "SameAsId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_SameKey",
                table: "Suggestions",
                column: "SameKey",
                unique: true,
                filter: "\"SameAsId\" IS NULL AND \"State\" = 'Received'");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_State",
                table: "Suggestions",
                column: "State");

            migrationBuilder.AddForeignKey(
                name: "FK_Challenges_AspNetUsers_AnsweredById",
                table: "Challenges",
                column: "AnsweredById",
                principalTable: "AspNetUsers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Challenges_Challenges_SameAsId",
                table: "Challenges",
                column: "SameAsId",
                principalTable: "Challenges",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Challenges_Corrections_CorrectionId",
                table: "Challenges",
                column: "CorrectionId",
                principalTable: "Corrections",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ContactAttempts_Challenges_ChallengeId",
                table: "ContactAttempts",
                column: "ChallengeId",
                principalTable: "Challenges",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Challenges_AspNetUsers_AnsweredById",
                table: "Challenges");

            migrationBuilder.DropForeignKey(
                name: "FK_Challenges_Challenges_SameAsId",
                table: "Challenges");

            migrationBuilder.DropForeignKey(
                name: "FK_Challenges_Corrections_CorrectionId",
                table: "Challenges");

            migrationBuilder.DropForeignKey(
                name: "FK_ContactAttempts_Challenges_ChallengeId",
                table: "ContactAttempts");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_ContactAttempts_ChallengeId",
                table: "ContactAttempts");

            migrationBuilder.DropIndex(
                name: "IX_Challenges_AnsweredById",
                table: "Challenges");

            migrationBuilder.DropIndex(
                name: "IX_Challenges_CorrectionId",
                table: "Challenges");

            migrationBuilder.DropIndex(
                name: "IX_Challenges_SameAsId",
                table: "Challenges");

            migrationBuilder.DropIndex(
                name: "IX_Challenges_SameKey",
                table: "Challenges");

            migrationBuilder.DropIndex(
                name: "IX_Challenges_State_DueOn",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "ChallengeId",
                table: "ContactAttempts");

            migrationBuilder.DropColumn(
                name: "AnsweredById",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "CorrectionId",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "MayBePrinted",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "SameAsId",
                table: "Challenges");

            migrationBuilder.DropColumn(
                name: "SameKey",
                table: "Challenges");
        }
    }
}
