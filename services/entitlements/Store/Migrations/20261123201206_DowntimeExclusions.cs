using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Entitlements.Store.Migrations
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
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    StartTime = table.Column<long>(type: "INTEGER", nullable: false),
                    EndTime = table.Column<long>(type: "INTEGER", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    DecideTime = table.Column<long>(type: "INTEGER", nullable: false),
                    RevertTime = table.Column<long>(type: "INTEGER", nullable: true),
                    RevertActor = table.Column<string>(type: "TEXT", nullable: false),
                    RevertReason = table.Column<string>(type: "TEXT", nullable: false)
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

            // By hand: a column that is dropped the framework's way has the table written anew, outside the transaction.
            migrationBuilder.Sql("ALTER TABLE downtimes DROP COLUMN \"Evidence\";");

            migrationBuilder.Sql("ALTER TABLE downtimes DROP COLUMN \"Exclusion\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "downtime_exclusions");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "downtimes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Exclusion",
                table: "downtimes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
