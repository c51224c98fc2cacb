using System.CommandLine;
using Google.Protobuf.Reflection;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Tests.Typing;

/// <summary>Every option and argument of every command that sends one request is what a field of that request is called when it is refused.</summary>
public sealed class OptionCoverageTests
{
    private const int Deepest = 4;

    // What a command does with it stays on this side of the wire.
    private static readonly HashSet<string> Local =
        ["--json", "--language", "--zone", "--timeout", "--port-base", "--help", "--version", "--explain", "--all", "--emergency", "--always", "--for"];

    private static readonly Dictionary<string, MessageDescriptor> Requests = new()
    {
        ["plans"] = ListPlansRequest.Descriptor,
        ["plans compare"] = ComparePlansRequest.Descriptor,
        ["plans readings"] = CompareReadingsRequest.Descriptor,
        ["policies"] = ListPoliciesRequest.Descriptor,
        ["policies revisions"] = ListPolicyRevisionsRequest.Descriptor,
        ["policies check"] = ValidatePolicyRequest.Descriptor,
        ["policies publish"] = PublishPolicyRequest.Descriptor,
        ["due"] = ComputeDueTimeRequest.Descriptor,
        ["measure"] = MeasureBusinessTimeRequest.Descriptor,
        ["account create"] = CreateAccountRequest.Descriptor,
        ["account list"] = ListAccountsRequest.Descriptor,
        ["account show"] = GetAccountRequest.Descriptor,
        ["account suspend"] = SuspendAccountRequest.Descriptor,
        ["account reinstate"] = ReinstateAccountRequest.Descriptor,
        ["contact add"] = AddContactRequest.Descriptor,
        ["contact list"] = ListContactsRequest.Descriptor,
        ["contact remove"] = RemoveContactRequest.Descriptor,
        ["subscription create"] = CreateSubscriptionRequest.Descriptor,
        ["subscription list"] = ListSubscriptionsRequest.Descriptor,
        ["subscription cancel"] = CancelSubscriptionRequest.Descriptor,
        ["allowance list"] = GetBalancesRequest.Descriptor,
        ["allowance consume"] = ConsumeAllowanceRequest.Descriptor,
        ["allowance grant"] = GrantAllowanceRequest.Descriptor,
        ["allowance adjust"] = AdjustAllowanceRequest.Descriptor,
        ["allowance reserve"] = ReserveAllowanceRequest.Descriptor,
        ["allowance settle"] = SettleReservationRequest.Descriptor,
        ["allowance release"] = ReleaseReservationRequest.Descriptor,
        ["allowance ledger"] = ListLedgerEntriesRequest.Descriptor,
        ["allowance signals"] = ListAllowanceSignalsRequest.Descriptor,
        ["obligation list"] = ListObligationsRequest.Descriptor,
        ["obligation done"] = CompleteObligationRequest.Descriptor,
        ["obligation record"] = RecordOccasionRequest.Descriptor,
        ["sunset announce"] = AnnounceSunsetRequest.Descriptor,
        ["sunset list"] = ListSunsetsRequest.Descriptor,
        ["sunset quote"] = QuoteTerminationRequest.Descriptor,
        ["sunset leave"] = TerminateForSunsetRequest.Descriptor,
        ["people set"] = SetAssignmentRequest.Descriptor,
        ["people list"] = ListAssignmentsRequest.Descriptor,
        ["people route"] = RouteTicketRequest.Descriptor,
        ["availability show"] = GetAvailabilityRequest.Descriptor,
        ["availability claim"] = ClaimCreditRequest.Descriptor,
        ["availability maintenance add"] = CreateMaintenanceWindowRequest.Descriptor,
        ["availability maintenance list"] = ListMaintenanceWindowsRequest.Descriptor,
        ["availability maintenance cancel"] = CancelMaintenanceWindowRequest.Descriptor,
        ["availability downtime report"] = ReportDowntimeRequest.Descriptor,
        ["availability downtime end"] = EndDowntimeRequest.Descriptor,
        ["availability downtime list"] = ListDowntimesRequest.Descriptor,
        ["availability downtime exclude"] = ExcludeDowntimeRequest.Descriptor,
        ["availability downtime revert"] = RevertDowntimeExclusionRequest.Descriptor,
        ["availability operator"] = SetInstanceRequest.Descriptor,
        ["severity assess"] = AssessSeverityRequest.Descriptor,
        ["severity list"] = ListSeveritiesRequest.Descriptor,
        ["triage exclude"] = DecideExclusionRequest.Descriptor,
        ["triage appeal"] = AppealExclusionRequest.Descriptor,
        ["triage dismiss"] = DismissAppealRequest.Descriptor,
        ["triage reverse"] = ReverseExclusionRequest.Descriptor,
        ["triage show"] = GetExclusionRequest.Descriptor,
        ["triage list"] = ListExclusionsRequest.Descriptor,
        ["triage disagreement"] = GetDisagreementStatisticsRequest.Descriptor,
        ["triage release record"] = RecordReleaseRequest.Descriptor,
        ["triage release end-support"] = EndReleaseSupportRequest.Descriptor,
        ["triage release show"] = GetReleaseRequest.Descriptor,
        ["triage release list"] = ListReleasesRequest.Descriptor,
        ["ticket open"] = OpenTicketRequest.Descriptor,
        ["ticket fact"] = RecordFactRequest.Descriptor,
        ["ticket show"] = GetTicketRequest.Descriptor,
        ["ticket explain"] = ExplainMilestoneRequest.Descriptor,
        ["ticket list"] = ListTicketsRequest.Descriptor,
        ["ticket history"] = ListTicketHistoryRequest.Descriptor,
        ["ticket severities"] = ListSeverityPeriodsRequest.Descriptor,
        ["watch"] = WatchTicketsRequest.Descriptor,
        ["portfolio"] = ReplayPortfolioRequest.Descriptor,
    };

    // Several requests, or a file that is one.
    private static readonly HashSet<string> Others = ["plans show", "policies diff", "health", "simulate", "replay", "import"];

    public static TheoryData<string> Commands => [.. Leaves(SlaCommand.Create(CliHost.ForProcess()), "").Select(leaf => leaf.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Options_OfACommand_AreWhatItsFieldsAreCalled(string path)
    {
        if (Others.Contains(path))
        {
            return;
        }

        var command = Leaves(SlaCommand.Create(CliHost.ForProcess()), "").Single(leaf => leaf.Path == path).Command;
        var names = TypedNames.Of(path);
        var called = Fields(Requests[path], "", Deepest).Select(field => names.Of(field).Name).ToHashSet(StringComparer.Ordinal);
        var asked = command.Options.Select(option => option.Name).Concat(command.Arguments.Select(argument => argument.Name)).Where(name => !Local.Contains(name));

        Assert.Equal([], asked.Where(name => !called.Any(known => known == name || known.StartsWith($"{name} ", StringComparison.Ordinal))));
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path)
    {
        var below = command.Subcommands.SelectMany(sub => Leaves(sub, path.Length == 0 ? sub.Name : $"{path} {sub.Name}"));
        return command.Action is not null && path.Length > 0 ? below.Prepend((path, command)) : below;
    }

    private static IEnumerable<string> Fields(MessageDescriptor message, string prefix, int depth) => depth == 0 ? [] : message.Fields.InDeclarationOrder().SelectMany(field =>
    {
        var at = $"{prefix}{field.Name}{(field.IsMap ? "[key]" : field.IsRepeated ? "[0]" : "")}";
        return field is { FieldType: FieldType.Message, IsMap: false } ? Fields(field.MessageType, $"{at}.", depth - 1).Prepend(at) : [at];
    });
}
