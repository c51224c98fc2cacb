using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Triage.Store.PostgresMigrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clock_facts",
                columns: table => new
                {
                    FactId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TicketId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Request = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Refusal = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_facts", x => x.FactId);
                });

            migrationBuilder.CreateTable(
                name: "exclusions",
                columns: table => new
                {
                    TicketId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Clause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevisionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreateTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exclusions", x => new { x.TicketId, x.Clause });
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResourceName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "exclusion_steps",
                columns: table => new
                {
                    TicketId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Clause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EffectiveTime = table.Column<long>(type: "bigint", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false),
                    FactId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exclusion_steps", x => new { x.TicketId, x.Clause, x.Number });
                    table.ForeignKey(
                        name: "FK_exclusion_steps_exclusions_TicketId_Clause",
                        columns: x => new { x.TicketId, x.Clause },
                        principalTable: "exclusions",
                        principalColumns: new[] { "TicketId", "Clause" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_clock_facts_State",
                table: "clock_facts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_clock_facts_TicketId_Sequence",
                table: "clock_facts",
                columns: new[] { "TicketId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exclusions_AccountId_TicketId_Clause",
                table: "exclusions",
                columns: new[] { "AccountId", "TicketId", "Clause" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_RecordTime",
                table: "requests",
                column: "RecordTime");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clock_facts");

            migrationBuilder.DropTable(
                name: "exclusion_steps");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "exclusions");
        }
    }
}
