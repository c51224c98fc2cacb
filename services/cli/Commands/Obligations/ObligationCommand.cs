using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Obligations;

/// <summary><c>sla obligation</c>: what plans owe on dates.</summary>
internal static class ObligationCommand
{
    private const int DaysBack = 30;
    private const int DaysAhead = 366;

    public static Command Create(CliHost host) => new("obligation", "What plans owe on dates and occasions.") { List(host), Done(host), Record(host) };

    private static Command List(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var from = new Option<string?>("--from") { Description = $"Due from then. Default: {DaysBack} days ago.", HelpName = "date" };
        var until = new Option<string?>("--until") { Description = $"Due until then, inclusive. Default: {DaysAhead} days from now.", HelpName = "date" };
        var all = new Option<bool>("--all") { Description = "All of the terms, from first day to last, where --from or --until do not say otherwise." };
        var command = new Command("list", "List what is owed, with what was done and missed.") { account, from, until, all };
        return command.Runs(host, async context =>
        {
            var isAll = context.Value(all);
            var (first, last) = Window(context.Now.InZone(context.Zone ?? DateTimeZone.Utc).Date, Date("--from", context.Value(from)), Date("--until", context.Value(until)));
            var request = new ListObligationsRequest
            {
                Parent = ShortNames.Account("account", context.Required(account)),
                StartDate = isAll && context.Value(from) is null ? null : first.ToDate(),
                EndDate = isAll && context.Value(until) is null ? null : last.ToDate(),
                Language = context.Language,
            };
            var answer = new ListObligationsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListObligationsAsync(request, context.Call());
                answer.Obligations.Add(page.Obligations);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            context.Show(answer, () => ObligationView.Of(answer.Obligations));
            if (!isAll && !context.Json)
            {
                context.Say($"Due from {DateText.Show(request.StartDate)} to {DateText.Show(request.EndDate)}; --all, --from and --until show others.");
            }
        });
    }

    // Demonstration terms last for decades: without a window the list would be all of them. One end moves the other.
    internal static (LocalDate First, LocalDate Last) Window(LocalDate today, LocalDate? from, LocalDate? until)
    {
        var first = from ?? LocalDate.Min(today, until ?? today).PlusDays(-DaysBack);
        return (first, until ?? LocalDate.Max(today, first).PlusDays(DaysAhead));
    }

    private static LocalDate? Date(string option, string? text) => text is not null && DateText.Parse(option, text).TryToLocalDate(out var date) ? date : null;

    private static Command Done(CliHost host)
    {
        var obligation = new Argument<string>("obligation") { Description = "Account and obligation as listed, such as acme/{obligation}." };
        var at = new Option<string?>("--at") { Description = "When it was done. Default: now.", HelpName = "time" };
        var command = new Command("done", "Say that an obligation was met.") { obligation, at, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Entitlements.CompleteObligationAsync(
                new CompleteObligationRequest
                {
                    Name = ShortNames.Obligation("obligation", context.Required(obligation)),
                    EffectiveTime = context.Time(at)?.ToTimestamp(),
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => ObligationView.Of([answer]));
        });
    }

    private static Command Record(CliHost host)
    {
        var parent = new Argument<string>("account") { Description = "The account, such as acme; or policies/xtm, for every account under the policy." };
        var kind = new Argument<string>("kind") { Description = $"What happened: {string.Join(", ", EnumWords.All<OccasionKind>())}." };
        var at = new Option<string>("--at") { Description = "When; of maintenance and updates, when they begin.", HelpName = "time", DefaultValueFactory = _ => "now" };
        var reference = new Option<string?>("--reference") { Description = "What it was: a release, a window, a request.", HelpName = "text" };
        var command = new Command("record", "Record an occasion that plans owe something for.") { parent, kind, at, reference, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Entitlements.RecordOccasionAsync(
                new RecordOccasionRequest
                {
                    Parent = ShortNames.AccountOrPolicy("account", context.Required(parent)),
                    Occasion = new Occasion
                    {
                        Kind = EnumWords.Parse<OccasionKind>("kind", context.Required(kind)),
                        EventTime = context.Time(at!)?.ToTimestamp(),
                        Reference = context.Value(reference) ?? "",
                    },
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => ObligationView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
