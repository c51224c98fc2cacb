using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Catalog.Store.PostgresMigrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "revisions",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevisionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EffectiveTime = table.Column<long>(type: "bigint", nullable: false),
                    DocumentDate = table.Column<string>(type: "text", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => new { x.PolicyId, x.RevisionId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_RecordTime",
                table: "requests",
                column: "RecordTime");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "revisions");
        }
    }
}
