using System.CommandLine;
using Google.Protobuf;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary><c>sla policies publish xtm.yaml --effective-time 2027-01-01T00:00Z</c>: a new revision.</summary>
internal static class PublishPolicyCommand
{
    public static Command Create(CliHost host)
    {
        var document = PolicyCommand.DocumentArgument();
        var effective = new Option<string?>("--effective-time")
        {
            Description = "From when it is in force, 10 s from now at least. Default: then, or on the document's own date if that is later.",
            HelpName = "time",
        };
        var command = new Command("publish", "Publish a policy document as a new revision. Tickets that are open keep theirs.") { document, effective, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var path = context.Required(document).ToString();
            var request = new PublishPolicyRequest
            {
                Document = ByteString.CopyFrom(PolicyCommand.ReadDocument(path)),
                EffectiveTime = context.Time(effective)?.ToTimestamp(),
                RequestId = context.RequestId(),
            };
            var published = await context.Platform.Catalog.PublishPolicyAsync(request, context.Call());
            context.Show(published, () => Tables.Facts(
                ("revision", RevisionView.Name(published)), ("title", published.Title), ("version", published.Version),
                ("in force from", RevisionView.Time(published.EffectiveTime, context.Zone)), ("hash", published.DocumentSha256)));
        });
    }
}
