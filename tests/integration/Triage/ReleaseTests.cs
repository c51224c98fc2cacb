using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Triage;

public abstract class ReleaseTests(TriageHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(TriageHost host) : ReleaseTests(host), IClassFixture<TriageHost>;

    public sealed class OnPostgres(PostgresTriageHost host) : ReleaseTests(host), IClassFixture<PostgresTriageHost>;

    [Fact]
    public async Task RecordRelease_WithTickets_TellsTheirClocksThatItResolvesThem()
    {
        var client = host.Client;
        var (fixedTicket, closed) = (await host.OpenTicketAsync("xtm", "gold", Cancel), await host.OpenTicketAsync("xtm", "gold", Cancel));
        host.Clocks.Close(closed);
        var request = Record("cloud", "13.2", fixedTicket, closed);

        var recorded = await client.RecordReleaseAsync(request, cancellationToken: Cancel);
        var repeated = await client.RecordReleaseAsync(request, cancellationToken: Cancel);
        var settled = await SettledAsync(recorded.Name);

        Assert.Equal((recorded.Name, 2), (repeated.Name, settled.FixedTickets.Count));
        Assert.Equal(ClockDelivery.Taken, settled.FixedTickets.Single(ticket => ticket.Ticket == fixedTicket).Delivery);
        var refused = settled.FixedTickets.Single(ticket => ticket.Ticket == closed);
        Assert.Equal((ClockDelivery.Refused, "The ticket does not take it as it stands."), (refused.Delivery, refused.Refusal));
        var told = Assert.Single(host.Clocks.Taken, fact => fact.Ticket == fixedTicket);
        Assert.Equal((recorded.Name, At(9)), (told.Fact.Resolved.Release, told.EffectiveTime));
    }

    [Fact]
    public async Task RecordRelease_NotRoutine_ResolvesWithoutBeingWhatWasPromised()
    {
        var client = host.Client;
        var ticket = await host.OpenTicketAsync("xtm", "gold", Cancel);
        var request = Record("cloud", "13.2.1", ticket);
        request.Release.Routine = false;

        await SettledAsync((await client.RecordReleaseAsync(request, cancellationToken: Cancel)).Name);

        Assert.Empty(Assert.Single(host.Clocks.Taken, fact => fact.Ticket == ticket).Fact.Resolved.Release);
    }

    [Fact]
    public async Task AssessSeverity_VersionOutOfSupport_IsAskedToUpgrade()
    {
        var old = await host.Client.RecordReleaseAsync(Record("studio", "12.0"), cancellationToken: Cancel);
        await host.Client.RecordReleaseAsync(Record("studio", "13.0"), cancellationToken: Cancel);
        var before = await SupportAsync("policies/xtm", "studio", "12.0");
        await host.Client.EndReleaseSupportAsync(
            new EndReleaseSupportRequest { Name = old.Name, SupportEndTime = At(9), Etag = old.Etag, RequestId = Guid.NewGuid().ToString() }, cancellationToken: Cancel);

        var after = await SupportAsync("policies/xtm", "studio", "12.0");

        Assert.Equal(VersionState.Supported, before.State);
        Assert.Equal((VersionState.Unsupported, "13.0", "upgrade_required", "XTM SLA 1.1 §3.6"), (after.State, after.UpgradeTo, after.WaitingReason, after.Source));
        Assert.Equal(VersionState.Unknown, (await SupportAsync("policies/xtm", "studio", "99")).State);
        Assert.Equal(VersionState.Unspecified, (await SupportAsync("policies/xtm", "other", "1")).State);
        Assert.Equal(VersionState.Unspecified, (await SupportAsync("policies/domo", "studio", "12.0")).State);
    }

    [Fact]
    public async Task RecordRelease_VersionTwice_Exists()
    {
        await host.Client.RecordReleaseAsync(Record("twice", "1"), cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.RecordReleaseAsync(Record("twice", "1"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.AlreadyExists), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task RecordRelease_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.RecordReleaseAsync(
            new RecordReleaseRequest { Parent = "xtm", Release = new Release { ReleaseTime = At(12), SupportEndTime = At(11), FixedTickets = { new FixedTicket { Ticket = "t" } } } }, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("parent", ErrorReason.InvalidResourceName), ("release.fixed_tickets[0].ticket", ErrorReason.InvalidResourceName), ("release.product", ErrorReason.FieldRequired),
                ("release.release_time", ErrorReason.FieldOutOfRange), ("release.support_end_time", ErrorReason.TimeOrder), ("release.version", ErrorReason.FieldRequired),
                ("request_id", ErrorReason.FieldRequired),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task RecordRelease_TicketsThatItCannotFix_NamesEach()
    {
        var (own, other) = (await host.OpenTicketAsync("xtm", "gold", Cancel), await host.OpenTicketAsync("domo", "diamond", Cancel));

        var refused = await RefusedCall.OfAsync(host.Client.RecordReleaseAsync(Record("cloud", "14", own, other, "tickets/nobody"), cancellationToken: Cancel));

        Assert.Equal(
            [("release.fixed_tickets[1].ticket", ErrorReason.FieldOutOfRange), ("release.fixed_tickets[2].ticket", ErrorReason.FieldOutOfRange)],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)));
        Assert.Contains("policies/domo", refused.Violations[0].Description, StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Client.ListReleasesAsync(new ListReleasesRequest { Parent = "policies/xtm" }, cancellationToken: Cancel)).Releases, release => release.Version == "14");
    }

    [Fact]
    public async Task RecordRelease_UnknownPolicy_IsNotFound()
    {
        var request = Record("cloud", "1");
        request.Parent = "policies/nobody";

        var refused = await RefusedCall.OfAsync(host.Client.RecordReleaseAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.PolicyNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task EndReleaseSupport_BeforeTheReleaseOrStale_IsRefused()
    {
        var recorded = await host.Client.RecordReleaseAsync(Record("ends", "1"), cancellationToken: Cancel);
        var request = new EndReleaseSupportRequest { Name = recorded.Name, SupportEndTime = At(8), Etag = recorded.Etag, RequestId = Guid.NewGuid().ToString() };
        var early = await RefusedCall.OfAsync(host.Client.EndReleaseSupportAsync(request, cancellationToken: Cancel));
        request.Etag = "ff";
        var stale = await RefusedCall.OfAsync(host.Client.EndReleaseSupportAsync(request, cancellationToken: Cancel));

        early.AssertField(ErrorReason.TimeOrder, "support_end_time", "before the release");
        Assert.Equal((StatusCode.Aborted, ErrorReason.StaleEtag), (stale.Code, stale.Reason));
    }

    [Fact]
    public async Task ListReleases_OfAProduct_GivesPages()
    {
        var names = new List<string>();
        foreach (var version in new[] { "1", "2", "3" })
        {
            names.Add((await host.Client.RecordReleaseAsync(Record("paged", version), cancellationToken: Cancel)).Name);
        }

        var first = await host.Client.ListReleasesAsync(new ListReleasesRequest { Parent = "policies/xtm", Product = "paged", PageSize = 2 }, cancellationToken: Cancel);
        var second = await host.Client.ListReleasesAsync(
            new ListReleasesRequest { Parent = "policies/xtm", Product = "paged", PageSize = 2, PageToken = first.NextPageToken }, cancellationToken: Cancel);

        Assert.Equal(names.Order(StringComparer.Ordinal), first.Releases.Concat(second.Releases).Select(release => release.Name));
        Assert.Empty(second.NextPageToken);
        var missing = await RefusedCall.OfAsync(host.Client.GetReleaseAsync(new GetReleaseRequest { Name = "policies/xtm/releases/none" }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.NotFound, ErrorReason.RecordNotFound), (missing.Code, missing.Reason));
    }

    private static Timestamp At(int hour) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, hour, 0, 0, TimeSpan.Zero));

    private static RecordReleaseRequest Record(string product, string version, params string[] tickets) => new()
    {
        Parent = "policies/xtm",
        Release = new Release
        {
            Product = product,
            Version = version,
            ReleaseTime = At(9),
            Routine = true,
            FixedTickets = { tickets.Select(ticket => new FixedTicket { Ticket = ticket }) },
        },
        RequestId = Guid.NewGuid().ToString(),
    };

    private async Task<VersionSupport> SupportAsync(string policy, string product, string version) => (await host.Client.AssessSeverityAsync(
        new AssessSeverityRequest { Policy = policy, Report = new IncidentReport { Product = product, Version = version } }, cancellationToken: Cancel)).VersionSupport;

    private async Task<Release> SettledAsync(string name)
    {
        while (true)
        {
            var found = await host.Client.GetReleaseAsync(new GetReleaseRequest { Name = name }, cancellationToken: Cancel);
            if (found.FixedTickets.All(ticket => ticket.Delivery != ClockDelivery.Pending))
            {
                return found;
            }

            host.Time.Advance(TimeSpan.FromMilliseconds(500));
        }
    }
}
