using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Postgres.Migrations
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AnsweredById",
                table: "Challenges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectionId",
                table: "Challenges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "Challenges",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Challenges",
                type: "character varying(12)",
                maxLength: 12,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "MayBePrinted",
                table: "Challenges",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Challenges",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "SameAsId",
                table: "Challenges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SameKey",
                table: "Challenges",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true, collation: "C"),
                    Link = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    PictureSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    PictureMediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    Contact = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SameKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SameAsId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClaimNumber = table.Column<int>(type: "integer", nullable: true),
                    DeclineReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
