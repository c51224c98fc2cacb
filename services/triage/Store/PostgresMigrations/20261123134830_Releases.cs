using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Triage.Store.PostgresMigrations
{
    /// <inheritdoc />
    public partial class Releases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Product = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReleaseTime = table.Column<long>(type: "bigint", nullable: false),
                    IsRoutine = table.Column<bool>(type: "boolean", nullable: false),
                    SupportEnd = table.Column<long>(type: "bigint", nullable: true),
                    Revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_releases", x => new { x.PolicyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "fixed_tickets",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReleaseId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TicketId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FactId = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fixed_tickets", x => new { x.PolicyId, x.ReleaseId, x.TicketId });
                    table.ForeignKey(
                        name: "FK_fixed_tickets_releases_PolicyId_ReleaseId",
                        columns: x => new { x.PolicyId, x.ReleaseId },
                        principalTable: "releases",
                        principalColumns: new[] { "PolicyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_releases_PolicyId_Product_Version",
                table: "releases",
                columns: new[] { "PolicyId", "Product", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fixed_tickets");

            migrationBuilder.DropTable(
                name: "releases");
        }
    }
}
