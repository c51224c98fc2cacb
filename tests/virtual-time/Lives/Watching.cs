using System.Runtime.ExceptionServices;
using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Silos;
using Xunit.Sdk;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>A watcher: reads now fast, now slowly, breaks off, and resumes at another silo from the token it has, sometimes from an older one.</summary>
internal sealed class Watching(WatchedEvents events, Cluster cluster, TimeProvider clock, Dice dice, Faults faults, Tally tally)
{
    private readonly List<ResumeToken> tokens = [];
    private Stream? stream;

    /// <summary>What it asks for.</summary>
    public WatchedEvents Events => events;

    /// <summary>What no watcher should ever see.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public bool IsRunning => stream is not null;

    /// <summary>Where it stands; null before its first message.</summary>
    public ResumeToken? Token => tokens.Count == 0 ? null : tokens[^1];

    public void Start(SiloProcess silo)
    {
        var from = tokens.Count > 1 && faults.Happens(30) ? dice.From(1, tokens.Count - 1) : tokens.Count - 1;
        if (from >= 0)
        {
            tokens.RemoveRange(from + 1, tokens.Count - from - 1);
        }

        var own = new Stream(this, silo);
        stream = own;
        silo.Place.Run(() => _ = Follow(own));
    }

    public void BreakOff()
    {
        var broken = stream;
        stream = null;
        broken?.Cancellation.Cancel();
    }

    public void BreakOff(SiloProcess silo)
    {
        if (stream?.Silo == silo)
        {
            stream = null;
        }
    }

    private async Task Follow(Stream own)
    {
        var request = new Wire.WatchTicketsRequest { Filter = events.Filter };
        if (Token is { } token)
        {
            request.ResumeToken = ByteString.CopyFrom(token.ToBytes());
        }

        try
        {
            await own.Silo.Watcher.Serve(request, own, own.Cancellation.Cancel, own.Cancellation.Token);
        }
        catch (WatchEndedException e)
        {
            if (own == stream && StatusOf(e) == StatusCode.FailedPrecondition)
            {
                Expire();
            }
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            // It resumes from what it has.
        }
        catch (Exception e)
        {
            Failure ??= ExceptionDispatchInfo.Capture(e);
        }

        stream = own == stream ? null : stream;
    }

    private static StatusCode StatusOf(WatchEndedException end) => new ClockFailures().Classify(end)!.Code;

    private void Expire()
    {
        var isTooOld = cluster.Redis.Events.LastGone.Any(gone => Token is null || gone.Value > Token.Positions[gone.Key]);
        if (!isTooOld && cluster.Redis.Era == 0)
        {
            Failure ??= ExceptionDispatchInfo.Capture(new XunitException("A token expired though every event after it is kept."));
        }

        tally.Count(Happening.ExpiredToken, isTooOld ? 1 : 0);
        cluster.Trace.Add("a watcher is told that its token expired");
        tokens.Clear();
        events.Forget();
    }

    private bool IsSlow() => faults.Happens(10);

    private Task Linger(CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds(dice.From(1, 5)), clock, cancellation);

    private void Receive(Wire.TicketEvent message)
    {
        var token = ResumeToken.TryRead(message.ResumeToken.Span)!;
        if (Token is null)
        {
            events.Begin(token.Positions);
        }

        if (message.Heartbeat is null)
        {
            var ticket = TicketName.Parse(message.Ticket).Ticket;
            events.See(Shards.Of(ticket), token.Positions[Shards.Of(ticket)], message);
        }

        tokens.Add(token);
    }

    /// <summary>One call: the writer that the service streams to.</summary>
    private sealed class Stream(Watching watching, SiloProcess silo) : IServerStreamWriter<Wire.TicketEvent>
    {
        public SiloProcess Silo => silo;

        public CancellationTokenSource Cancellation { get; } = new();

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(Wire.TicketEvent message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(Wire.TicketEvent message, CancellationToken cancellationToken)
        {
            if (watching.IsSlow())
            {
                await watching.Linger(cancellationToken);
            }

            if (watching.stream == this)
            {
                watching.Receive(message);
            }
        }
    }
}
