using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Triage.Store.Migrations
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
                    PolicyId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Product = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    ReleaseTime = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRoutine = table.Column<bool>(type: "INTEGER", nullable: false),
                    SupportEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_releases", x => new { x.PolicyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "fixed_tickets",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "TEXT", nullable: false),
                    ReleaseId = table.Column<string>(type: "TEXT", nullable: false),
                    TicketId = table.Column<string>(type: "TEXT", nullable: false),
                    FactId = table.Column<string>(type: "TEXT", nullable: false)
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
