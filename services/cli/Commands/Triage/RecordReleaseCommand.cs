using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage release record xtm --product cloud --version 13.2 --routine --fixes t-123</c>.</summary>
internal static class RecordReleaseCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as xtm." };
        var product = new Option<string>("--product") { Description = "The product.", HelpName = "name", Required = true };
        var version = new Option<string>("--version") { Description = "Its version.", HelpName = "version", Required = true };
        var released = new Option<string?>("--release-time") { Description = "When it came out. Default: now.", HelpName = "time" };
        var end = new Option<string?>("--support-end-time") { Description = "From when it is not supported. Default: no end is set.", HelpName = "time" };
        var routine = new Option<bool>("--routine") { Description = "A routine release: what was promised with the next one is met by it." };
        var fixes = new Option<string[]>("--fixes") { Description = "A ticket that it fixes. May be repeated.", HelpName = "ticket" };
        var command = new Command("record", "Record a release that is out; the tickets that it fixes are resolved by it.")
        {
            policy, product, version, released, end, routine, fixes, GlobalOptions.RequestId,
        };
        return command.Runs(host, async context =>
        {
            var request = new RecordReleaseRequest
            {
                Parent = ShortNames.Policy("policy", context.Required(policy)),
                Release = new Release
                {
                    Product = context.Required(product),
                    Version = context.Required(version),
                    ReleaseTime = (context.Time(released) ?? context.Now).ToTimestamp(),
                    SupportEndTime = context.Time(end)?.ToTimestamp(),
                    Routine = context.Value(routine),
                    FixedTickets = { (context.Value(fixes) ?? []).Select(ticket => new FixedTicket { Ticket = ShortNames.Ticket("--fixes", ticket) }) },
                },
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Triage.RecordReleaseAsync(request, context.Call());
            context.Show(answer, () => ReleaseView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
