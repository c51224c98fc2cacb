using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.EndToEnd.Tickets;

/// <summary>Watches one ticket as a client should: it drops repeats by id and resumes from its last token when the service goes away.</summary>
internal sealed class SignalWatch(SlaClockService.SlaClockServiceClient clocks, string ticket)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Signal> seen = [];
    private readonly List<(string Signal, TimeSpan Delay)> delays = [];
    private ByteString token = ByteString.Empty;

    /// <summary>The signals seen, each once, in the order they came.</summary>
    public IReadOnlyCollection<Signal> Signals => seen.Values;

    /// <summary>From each signal's due time to its arrival here, in the order they came.</summary>
    public IReadOnlyList<(string Signal, TimeSpan Delay)> Delays => delays;

    /// <summary>How often the stream broke.</summary>
    public int Resumptions { get; private set; }

    /// <summary>Watches until a condition holds.</summary>
    public async Task UntilAsync(Func<IReadOnlyCollection<Signal>, bool> enough, TimeSpan limit, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(limit);
        while (!enough(Signals))
        {
            try
            {
                await ReadAsync(enough, bounded.Token);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && !bounded.IsCancellationRequested)
            {
                Resumptions++;
                await Task.Delay(RetryAfter, TimeProvider.System, bounded.Token);
            }
            catch (Exception e) when (bounded.IsCancellationRequested && e is RpcException or OperationCanceledException)
            {
                Assert.Fail($"After {limit} only these signals were seen: {string.Join(", ", Signals.Select(Describe))}");
            }
        }
    }

    /// <summary>Kind, milestone, and percent or rung where there is one.</summary>
    public static string Describe(Signal signal) => string.Join(' ', new[]
    {
        $"{signal.Detail.Kind} {signal.Detail.MilestoneKind}",
        signal.Detail.Percent > 0 ? $"{signal.Detail.Percent}" : "",
        signal.Detail.RungLevel > 0 ? $"{signal.Detail.RungLevel}" : "",
    }.Where(part => part.Length > 0));

    private async Task ReadAsync(Func<IReadOnlyCollection<Signal>, bool> enough, CancellationToken cancellation)
    {
        var request = new WatchTicketsRequest { ResumeToken = token, Filter = new WatchFilter { Tickets = { ticket } } };
        using var call = clocks.WatchTickets(request, cancellationToken: cancellation);
        await foreach (var change in call.ResponseStream.ReadAllAsync(cancellation))
        {
            token = change.ResumeToken;
            if (change.Signal is { } signal && seen.TryAdd(signal.Id, signal))
            {
                delays.Add((Describe(signal), TimeProvider.System.GetUtcNow() - signal.DueTime.ToDateTimeOffset()));
            }

            if (enough(Signals))
            {
                return;
            }
        }
    }
}
