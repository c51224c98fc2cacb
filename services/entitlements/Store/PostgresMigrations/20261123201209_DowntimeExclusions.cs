using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Entitlements.Store.PostgresMigrations
{
    /// <inheritdoc />
    public partial class DowntimeExclusions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "downtime_exclusions",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartTime = table.Column<long>(type: "bigint", nullable: false),
                    EndTime = table.Column<long>(type: "bigint", nullable: true),
                    Cause = table.Column<string>(type: "text", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecideTime = table.Column<long>(type: "bigint", nullable: false),
                    RevertTime = table.Column<long>(type: "bigint", nullable: true),
                    RevertActor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevertReason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_downtime_exclusions", x => new { x.AccountId, x.Id });
                    table.ForeignKey(
                        name: "FK_downtime_exclusions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_downtime_exclusions_AccountId_Subject",
                table: "downtime_exclusions",
                columns: new[] { "AccountId", "Subject" });

            // What was decided before stays with the ticket, or with what was reported.
            migrationBuilder.Sql(
                """
                INSERT INTO downtime_exclusions ("AccountId", "Id", "Subject", "StartTime", "EndTime", "Cause", "Evidence", "Actor", "DecideTime", "RevertActor", "RevertReason")
                SELECT "AccountId", "Id", CASE WHEN "TicketId" IS NULL THEN 'accounts/' || "AccountId" || '/downtimes/' || "Id" ELSE 'tickets/' || "TicketId" END,
                    "StartTime", "EndTime", "Exclusion", "Evidence", '', "StartTime", '', ''
                FROM downtimes WHERE "Exclusion" <> 'Unspecified';
                """);

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "downtimes");

            migrationBuilder.DropColumn(
                name: "Exclusion",
                table: "downtimes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "downtime_exclusions");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "downtimes",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Exclusion",
                table: "downtimes",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
