using System.CommandLine;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary><c>sla portfolio acme --plan xtm/silver --plan xtm/gold</c>: an account's tickets under other plans, revisions or readings.</summary>
internal static class PortfolioCommand
{
    private static readonly Duration Patience = Duration.FromMinutes(5);

    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var from = new Option<string?>("--from") { Description = "Opened from then. Default: the first.", HelpName = "time" };
        var to = new Option<string?>("--to") { Description = "Opened before then. Default: now.", HelpName = "time" };
        var until = new Option<string?>("--until") { Description = "Until when the clocks run. Default: now.", HelpName = "time" };
        var fee = new Option<string?>("--fee") { Description = "Monthly licence fee, for availability credits.", HelpName = "\"1200.50 EUR\"" };
        var scenarios = new ScenarioOptions();
        var command = new Command("portfolio", "Run an account's tickets again under other plans, revisions or readings: what would have been met, what changes, which credits fall due.")
        {
            account, from, to, until, fee,
        };
        scenarios.AddTo(command);
        return command.Runs(host, async context =>
        {
            var plans = scenarios.Read(context);
            if (plans.Any(plan => plan.TimeZone.Length == 0))
            {
                throw new UsageException("--account-zone", "calendars in the account's zone need one.", "Add --account-zone Europe/Paris, say.");
            }

            var request = new ReplayPortfolioRequest
            {
                Account = ShortNames.Account("account", context.Required(account)),
                StartTime = context.Time(from)?.ToTimestamp(),
                EndTime = context.Time(to)?.ToTimestamp(),
                UntilTime = context.Time(until)?.ToTimestamp(),
                MonthlyFee = context.Value(fee) is { } written ? MoneyText.Parse("--fee", written) : null,
                Scenarios = { plans },
            };
            var steps = await RunAsync(context, request);
            if (context.Json)
            {
                steps.ForEach(step => host.Out.WriteLine(JsonText.Line(step)));
            }
            else
            {
                context.Print(PortfolioView.Of([.. plans.Select(plan => plan.Label)], [.. steps.Select(step => step.Changed).OfType<ChangedVerdict>()], steps[^1].Report));
            }
        });
    }

    /// <summary>What changes, then the report.</summary>
    private static async Task<List<ReplayPortfolioResponse>> RunAsync(CommandContext context, ReplayPortfolioRequest request)
    {
        var steps = new List<ReplayPortfolioResponse>();
        using var call = context.Platform.Simulation.ReplayPortfolio(request, context.Call(Patience));
        await foreach (var step in call.ResponseStream.ReadAllAsync(context.Cancellation))
        {
            if (step.StepCase == ReplayPortfolioResponse.StepOneofCase.Progress)
            {
                context.Say($"replaying: {step.Progress.Done} of {step.Progress.Total} tickets");
            }
            else
            {
                steps.Add(step);
            }
        }

        return steps is [.., { Report: not null }] ? steps : throw new RpcException(new Status(StatusCode.DataLoss, "The replay ended without its report."));
    }
}
