using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddBulkImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Claims_AssigneeId_Stage",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Claims_PublicState_Number",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Claims_Stage_Number",
                table: "Claims");

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Parties",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PendingImportId",
                table: "Appearances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BulkImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Heads = table.Column<string>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    Constants = table.Column<string>(type: "TEXT", nullable: false),
                    DataSetName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DataSetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsAllOrNothing = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Faulty = table.Column<int>(type: "INTEGER", nullable: false),
                    Made = table.Column<int>(type: "INTEGER", nullable: false),
                    Undone = table.Column<int>(type: "INTEGER", nullable: false),
                    Left = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    NumbersTaken = table.Column<int>(type: "INTEGER", nullable: false),
                    FailedRow = table.Column<int>(type: "INTEGER", nullable: true),
                    StoppedIn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HasBroken = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkImports_AspNetUsers_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkImports_AspNetUsers_StartedById",
                        column: x => x.StartedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkImports_DataSets_DataSetId",
                        column: x => x.DataSetId,
                        principalTable: "DataSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeadsKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    Constants = table.Column<string>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkLeases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "BulkRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    Fate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Faults = table.Column<string>(type: "TEXT", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ClaimNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeBeside = table.Column<string>(type: "TEXT", nullable: false),
                    LeftBecause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkRows", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_BulkRows_BulkImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "BulkImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "WorkLeases",
                columns: new[] { "Name", "Owner", "Until" },
                values: new object[] { "bulk-imports", null, null });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_PendingImportId",
                table: "Sources",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_PendingImportId",
                table: "Parties",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outlets_PendingImportId",
                table: "Outlets",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_PendingImportId",
                table: "Evidence",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_AssigneeId_Stage_PendingImportId",
                table: "Claims",
                columns: new[] { "AssigneeId", "Stage", "PendingImportId" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_PendingImportId",
                table: "Claims",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_PublicState_Number_PendingImportId",
                table: "Claims",
                columns: new[] { "PublicState", "Number", "PendingImportId" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Stage_Number_PendingImportId",
                table: "Claims",
                columns: new[] { "Stage", "Number", "PendingImportId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appearances_PendingImportId",
                table: "Appearances",
                column: "PendingImportId",
                filter: "\"PendingImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BulkImports_CreatedAt",
                table: "BulkImports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_BulkImports_CreatedById",
                table: "BulkImports",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_BulkImports_DataSetId",
                table: "BulkImports",
                column: "DataSetId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkImports_StartedById",
                table: "BulkImports",
                column: "StartedById");

            migrationBuilder.CreateIndex(
                name: "IX_BulkRows_Fingerprint",
                table: "BulkRows",
                column: "Fingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_BulkRows_ImportId_Fate_Number",
                table: "BulkRows",
                columns: new[] { "ImportId", "Fate", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportMappings_Kind_HeadsKey",
                table: "ImportMappings",
                columns: new[] { "Kind", "HeadsKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulkRows");

            migrationBuilder.DropTable(
                name: "ImportMappings");

            migrationBuilder.DropTable(
                name: "WorkLeases");

            migrationBuilder.DropTable(
                name: "BulkImports");

            migrationBuilder.DropIndex(
                name: "IX_Sources_PendingImportId",
                table: "Sources");

            migrationBuilder.DropIndex(
                name: "IX_Parties_PendingImportId",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Outlets_PendingImportId",
                table: "Outlets");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_PendingImportId",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Claims_AssigneeId_Stage_PendingImportId",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Claims_PendingImportId",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Claims_PublicState_Number_PendingImportId",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Claims_Stage_Number_PendingImportId",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Appearances_PendingImportId",
                table: "Appearances");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "PendingImportId",
                table: "Appearances");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_AssigneeId_Stage",
                table: "Claims",
                columns: new[] { "AssigneeId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_PublicState_Number",
                table: "Claims",
                columns: new[] { "PublicState", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Stage_Number",
                table: "Claims",
                columns: new[] { "Stage", "Number" });
        }
    }
}
