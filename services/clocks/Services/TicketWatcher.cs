using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Streams events to a watcher.</summary>
internal sealed class TicketWatcher(Watch watch, PlanBooks books, IHostApplicationLifetime lifetime, IOptions<WatchOptions> options, TimeProvider clock)
{
    // A watcher that does not read must not spend the time that the others have for their drain.
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(1);

    private const int MostTickets = 1000;
    private const int MostChoices = 20;

    /// <summary>Serves one watch until it ends.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="events">Where the events go.</param>
    /// <param name="abort">Ends the call of a caller that no longer reads.</param>
    /// <param name="cancellation">The end of the call.</param>
    /// <exception cref="WatchEndedException">The watch cannot go on.</exception>
    public async Task Serve(Wire.WatchTicketsRequest request, IServerStreamWriter<Wire.TicketEvent> events, Action abort, CancellationToken cancellation)
    {
        var accepts = Filter(request.Filter ?? new Wire.WatchFilter());
        var from = Token(request.ResumeToken);
        using var ending = new CancellationTokenSource();
        using var timer = clock.CreateTimer(_ => ending.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var stopping = lifetime.ApplicationStopping.Register(() => timer.Change(LastWrite, Timeout.InfiniteTimeSpan));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, ending.Token);
        await foreach (var (item, token) in watch.Follow(from, accepts, cancellation))
        {
            var message = item is not null
                ? await MessageOf(item.Entry)
                : new Wire.TicketEvent { Heartbeat = new Wire.Heartbeat { SendTime = Instant.FromDateTimeOffset(clock.GetUtcNow()).ToTimestamp() } };
            message.ResumeToken = ByteString.CopyFrom(token.ToBytes());
            try
            {
                await events.WriteAsync(message, either.Token).WaitAsync(options.Value.StalledAfter, clock, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                // Nothing can be told to a caller that reads nothing; it would keep its place among the watches for ever.
                abort();
                throw new WatchEndedException(WatchEnd.TooSlow, token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new WatchEndedException(WatchEnd.Stopping, token);
            }
        }
    }

    private static ResumeToken? Token(ByteString given) => given.IsEmpty
        ? null
        : ResumeToken.TryRead(given.Span)
            ?? throw Refusals.InvalidArgument(ErrorReason.InvalidResumeToken, "resume_token", "This service did not give it; send a token of an event or list as it came, or none to watch from now.");

    private static Func<TicketEventEntry, bool> Filter(Wire.WatchFilter filter)
    {
        var checks = new RequestChecks();
        checks.Name<AccountName>("filter.account", filter.Account);
        if (checks.Count("filter.tickets", filter.Tickets.Count, MostTickets))
        {
            for (var i = 0; i < filter.Tickets.Count; i++)
            {
                checks.RequiredName<TicketName>(FieldPath.Item("filter.tickets", i), filter.Tickets[i]);
            }
        }

        checks.Count("filter.levels", filter.Levels.Count, MostChoices);
        for (var i = 0; i < filter.Levels.Count; i++)
        {
            checks.Level(FieldPath.Item("filter.levels", i), filter.Levels[i]);
        }

        checks.Count("filter.signal_kinds", filter.SignalKinds.Count, MostChoices);
        for (var i = 0; i < filter.SignalKinds.Count; i++)
        {
            checks.Specified(FieldPath.Item("filter.signal_kinds", i), filter.SignalKinds[i]);
        }

        checks.ThrowIfAny();
        var tickets = filter.Tickets.Select(name => TicketName.Parse(name).Ticket).ToHashSet(StringComparer.Ordinal);
        var kinds = filter.SignalKinds.Select(kind => kind.ToDomain()).ToHashSet();
        return entry =>
            (filter.Account.Length == 0 || entry.Account == filter.Account)
            && (tickets.Count == 0 || tickets.Contains(entry.TicketId))
            && (filter.Levels.Count == 0 || filter.Levels.Contains(entry.Level))
            && (kinds.Count == 0 || (entry is TicketEventEntry.Added { Entry: JournalEntry.Raised raised } && kinds.Contains(raised.Signal.Kind)));
    }

    private async Task<Wire.TicketEvent> MessageOf(TicketEventEntry entry)
    {
        var message = new Wire.TicketEvent { Ticket = new TicketName(entry.TicketId).Format(), Account = entry.Account, Level = entry.Level };
        switch (entry)
        {
            case TicketEventEntry.Added { Entry: JournalEntry.Raised raised }:
                message.Signal = raised.Signal.ToProto();
                break;
            case TicketEventEntry.Added { Entry: JournalEntry.Told told }:
                var policy = await PolicyOf(told);
                message.Fact = TicketMessages.Of(told, _ => policy, "");
                break;
            case TicketEventEntry.DueMoved moved:
                message.DueChanged = new Wire.DueChanged
                {
                    Milestone = moved.Milestone.ToText(),
                    MilestoneKind = moved.Milestone.Kind.ToProto(),
                    State = moved.State.ToProto(),
                    DueTime = moved.DueTime?.ToTimestamp(),
                    Cause = moved.Retargeted ? Wire.DueChangeCause.Retargeted : Wire.DueChangeCause.Fact,
                    OccurrenceFact = moved.Milestone.Occurrence,
                };
                break;
        }

        return message;
    }

    private async Task<string> PolicyOf(JournalEntry.Told told)
    {
        var hash = told.Fact.Fact switch
        {
            Engine.Clocks.Fact.Opened opened => opened.Plan.RevisionHash,
            Engine.Clocks.Fact.PlanChanged changed => changed.Plan.RevisionHash,
            _ => null,
        };
        return hash is null ? ""
            : (await books.Find(hash))?.Id ?? throw new JournalFormatException($"The policy document {hash} that a ticket runs under is not in Redis; restore it from the catalog.");
    }
}
