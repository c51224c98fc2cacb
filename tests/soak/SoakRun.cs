using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Soak.Chaos;
using SlaPlatform.Soak.Load;
using SlaPlatform.Soak.Platform;
using SlaPlatform.Soak.Report;
using SlaPlatform.Soak.Verification;
using SlaPlatform.Soak.Watching;
using StackExchange.Redis;

namespace SlaPlatform.Soak;

/// <summary>Load, a watcher and disturbances for a while; then quiet; then the comparison.</summary>
internal sealed class SoakRun(SoakOptions options, LocalPlatform platform, TimeProvider clock)
{
    private const string Account = "accounts/acme-demo-seconds";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan EachLine = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(2);

    private readonly Ledger ledger = new();
    private readonly Insistence calls = new(transportFails: true, clock);
    private readonly Witness witness = new(platform.AnyClient, clock);
    private readonly Disturber disturber = new(platform, new Random(options.Seed), clock);

    public async Task<SoakReport> Run(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(options.Minutes), clock);
        var watching = witness.Run(end.Token);
        await witness.Begun.WaitAsync(cancellation);
        await DemonstrationAccount(cancellation);
        var work = Enumerable.Range(1, options.Writers)
            .Select(number => new Writer(platform.AnyClient, Opening, ledger, calls, new Random(options.Seed + (1000 * number)), clock).Run(Pause, stop.Token, cancellation))
            .Append(disturber.Run(stop.Token, cancellation));
        await Progress(Task.WhenAll(work), started, cancellation);
        var (findings, tickets, snapshots) = await Compare(cancellation);
        await end.CancelAsync();
        await watching;
        var signals = tickets.SelectMany(ticket => ticket.Signals).ToArray();
        return new SoakReport
        {
            Seed = options.Seed,
            Redis = options.Redis,
            Silos = options.Silos,
            Seconds = clock.GetElapsedTime(started).TotalSeconds,
            Tickets = ledger.Opened,
            Facts = ledger.Facts,
            Refused = ledger.Refused,
            Signals = signals.Length,
            Snapshots = snapshots,
            Repeats = calls.Repeats,
            LongestAnswerSeconds = calls.Longest.TotalSeconds,
            LongestLatenessSeconds = signals.Select(signal => signal.Lateness.TotalSeconds).DefaultIfEmpty().Max(),
            Resumptions = witness.Resumptions,
            Disturbances = disturber.Counts.ToImmutableSortedDictionary(),
            Improper = [.. calls.Improper, .. witness.Refusals],
            Findings = findings,
        };
    }

    private static OpenTicketRequest Opening(Random dice) => new()
    {
        Account = Account,
        Contact = $"{Account}/contacts/ana",
        Channel = Channel.Web,
        ClaimedLevel = dice.Next(1, 3),
        Report = new IncidentReport { WhatFails = "The service does not answer." },
        OverrideReason = "Set by the soak.",
        RequestId = new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)dice.Next(256))]).ToString(),
    };

    // The demonstration accounts are made in the background after a first start.
    private async Task DemonstrationAccount(CancellationToken cancellation)
    {
        var request = Opening(new Random(options.Seed));
        while (true)
        {
            try
            {
                var ticket = await platform.AnyClient().OpenTicketAsync(request, cancellationToken: cancellation);
                ledger.Open(ticket.Name["tickets/".Length..]);
                return;
            }
            catch (Grpc.Core.RpcException e) when (e.StatusCode is Grpc.Core.StatusCode.NotFound or Grpc.Core.StatusCode.Unavailable or Grpc.Core.StatusCode.DeadlineExceeded)
            {
                await Task.Delay(Look, clock, cancellation);
            }
        }
    }

    private async Task Progress(Task work, long started, CancellationToken cancellation)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(EachLine, clock, cancellation));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{clock.GetElapsedTime(started):hh\\:mm\\:ss}  {ledger.Opened} tickets, {ledger.Facts} facts, {calls.Repeats} repeats, {witness.Resumptions} resumptions  {disturber.Now}"));
        }

        await work;
    }

    private async Task<(ImmutableArray<Finding> Findings, ImmutableArray<StoredTicket> Tickets, int Snapshots)> Compare(CancellationToken cancellation)
    {
        var until = Instant.FromDateTimeOffset(clock.GetUtcNow());
        await using var connection = await ConnectionMultiplexer.ConnectAsync(platform.RedisConnection);
        var reader = new JournalReader(connection);
        var started = clock.GetTimestamp();
        while (await reader.Pending(until) > 0 && clock.GetElapsedTime(started) < LongestSettling)
        {
            await Task.Delay(Look, clock, cancellation);
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var tickets = ImmutableArray.CreateBuilder<StoredTicket>();
        foreach (var id in ledger.Tickets)
        {
            var ticket = await reader.Read(id);
            while (witness.CountOf(id) != ticket.Entries.Length && clock.GetElapsedTime(started) < LongestSettling)
            {
                await Task.Delay(Look, clock, cancellation);
                ticket = await reader.Read(id);
            }

            tickets.Add(ticket);
            findings.AddRange(Verdict.Of(ticket, ledger.FactsOf(id), witness.SeenOf(id), until));
        }

        findings.AddRange((await reader.Tickets()).Except(ledger.Tickets).Select(id => new Finding(id, FindingKind.UnknownTicket, "no caller was told of it")));
        return (findings.ToImmutable(), tickets.ToImmutable(), await reader.CountSnapshots(ledger.Tickets));
    }
}
