using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlaPlatform.Entitlements.Store.PostgresMigrations
{
    /// <inheritdoc />
    public partial class Duties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allowance_holds",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Feature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reservation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Quantity = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allowance_holds", x => new { x.AccountId, x.SubscriptionId, x.Feature, x.Reservation });
                    table.ForeignKey(
                        name: "FK_allowance_holds_subscriptions_AccountId_SubscriptionId",
                        columns: x => new { x.AccountId, x.SubscriptionId },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "AccountId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allowances",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Feature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    AsOf = table.Column<long>(type: "bigint", nullable: false),
                    PeriodStart = table.Column<long>(type: "bigint", nullable: false),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Available = table.Column<long>(type: "bigint", nullable: false),
                    Reserved = table.Column<long>(type: "bigint", nullable: false),
                    Consumed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allowances", x => new { x.AccountId, x.SubscriptionId, x.Feature });
                    table.CheckConstraint("CK_allowances_not_negative", " \"Available\" >= 0 AND \"Reserved\" >= 0 AND \"Consumed\" >= 0 ");
                    table.ForeignKey(
                        name: "FK_allowances_subscriptions_AccountId_SubscriptionId",
                        columns: x => new { x.AccountId, x.SubscriptionId },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "AccountId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CalendarPolicyId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CalendarId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UpdateTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignments", x => new { x.AccountId, x.Role });
                    table.ForeignKey(
                        name: "FK_assignments_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "completions",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ObligationId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CompleteTime = table.Column<long>(type: "bigint", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_completions", x => new { x.AccountId, x.ObligationId });
                    table.ForeignKey(
                        name: "FK_completions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Feature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false),
                    EffectiveTime = table.Column<long>(type: "bigint", nullable: false),
                    PeriodStart = table.Column<long>(type: "bigint", nullable: false),
                    Operation = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reservation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HoldUntil = table.Column<long>(type: "bigint", nullable: true),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Available = table.Column<long>(type: "bigint", nullable: false),
                    Reserved = table.Column<long>(type: "bigint", nullable: false),
                    Consumed = table.Column<long>(type: "bigint", nullable: false),
                    Expired = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => new { x.AccountId, x.SubscriptionId, x.Feature, x.Sequence });
                    table.CheckConstraint("CK_ledger_entries_sum_to_zero", " \"Granted\" + \"Available\" + \"Reserved\" + \"Consumed\" + \"Expired\" = 0 ");
                    table.ForeignKey(
                        name: "FK_ledger_entries_subscriptions_AccountId_SubscriptionId",
                        columns: x => new { x.AccountId, x.SubscriptionId },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "AccountId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "occasions",
                columns: table => new
                {
                    Parent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    EventTime = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => new { x.Parent, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "subscription_versions",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FromTime = table.Column<long>(type: "bigint", nullable: false),
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PlanId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PinnedRevision = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartDate = table.Column<string>(type: "text", nullable: false),
                    EndDate = table.Column<string>(type: "text", nullable: false),
                    TrialEndDate = table.Column<string>(type: "text", nullable: true),
                    CancelledFrom = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription_versions", x => new { x.AccountId, x.SubscriptionId, x.Number });
                    table.ForeignKey(
                        name: "FK_subscription_versions_subscriptions_AccountId_SubscriptionId",
                        columns: x => new { x.AccountId, x.SubscriptionId },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "AccountId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sunsets",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Feature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NoticeDate = table.Column<string>(type: "text", nullable: false),
                    EndDate = table.Column<string>(type: "text", nullable: false),
                    EquivalentOffered = table.Column<bool>(type: "boolean", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sunsets", x => new { x.PolicyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "terminations",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SunsetId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Feature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WholeAgreement = table.Column<bool>(type: "boolean", nullable: false),
                    OverFrom = table.Column<long>(type: "bigint", nullable: false),
                    Quote = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordTime = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terminations", x => new { x.AccountId, x.SubscriptionId, x.SunsetId });
                    table.ForeignKey(
                        name: "FK_terminations_subscriptions_AccountId_SubscriptionId",
                        columns: x => new { x.AccountId, x.SubscriptionId },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "AccountId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_AccountId_SubscriptionId_Feature_PeriodStart",
                table: "ledger_entries",
                columns: new[] { "AccountId", "SubscriptionId", "Feature", "PeriodStart" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_AccountId_SubscriptionId_Feature_Reservation",
                table: "ledger_entries",
                columns: new[] { "AccountId", "SubscriptionId", "Feature", "Reservation" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allowance_holds");

            migrationBuilder.DropTable(
                name: "allowances");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "completions");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "occasions");

            migrationBuilder.DropTable(
                name: "subscription_versions");

            migrationBuilder.DropTable(
                name: "sunsets");

            migrationBuilder.DropTable(
                name: "terminations");
        }
    }
}
