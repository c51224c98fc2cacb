using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage exclude t-123 d --evidence ... --decider kim</c>.</summary>
internal static class ExcludeCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket, such as t-123." };
        var clause = new Argument<string>("clause") { Description = "The clause of the ticket's policy, such as d or third-party-products." };
        var evidence = new Option<string>("--evidence") { Description = "What it rests on.", HelpName = "text", Required = true };
        var decider = new Option<string>("--decider") { Description = "Who decides.", HelpName = "name", Required = true };
        var at = new Option<string?>("--effective-time") { Description = "From when. Default: now.", HelpName = "time" };
        var command = new Command("exclude", "Decide that a clause excludes a ticket: its targets stop.") { ticket, clause, evidence, decider, at, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var request = new DecideExclusionRequest
            {
                Ticket = ShortNames.Ticket("ticket", context.Required(ticket)),
                Clause = context.Required(clause),
                Evidence = context.Required(evidence),
                Decider = context.Required(decider),
                EffectiveTime = context.Time(at)?.ToTimestamp(),
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Triage.DecideExclusionAsync(request, context.Call());
            context.Show(answer, () => ExclusionView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
