using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>A ticket's journal beside what the engine alone makes of its facts.</summary>
internal sealed class History
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private History(IReadOnlyList<Fact> facts, IReadOnlyList<Signal> signals) => (Facts, Signals) = (facts, signals);

    public IReadOnlyList<Fact> Facts { get; }

    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>
    /// Reads a ticket once nothing of it is pending, and asserts that its facts are the acknowledged ones, each once, and its signals those that the facts owe up to
    /// an instant, each once and marked with its lateness.
    /// </summary>
    /// <param name="clocks">The service.</param>
    /// <param name="engine">What says which signals are owed.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="acknowledged">The actors of the facts that were acknowledged; each has its own.</param>
    /// <param name="until">What is due up to then must be raised.</param>
    /// <param name="patience">How long a signal may be missing.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<History> ReadSoundAsync(
        SlaClockService.SlaClockServiceClient clocks,
        SimulationService.SimulationServiceClient engine,
        string ticket,
        IEnumerable<string> acknowledged,
        DateTimeOffset until,
        TimeSpan patience,
        CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var history = await ReadAsync(clocks, ticket, cancellation);
        var owed = await history.OwedAsync(engine, until, cancellation);
        while (!owed.SequenceEqual(history.Raised) && TimeProvider.System.GetElapsedTime(began) < patience)
        {
            await Task.Delay(Look, TimeProvider.System, cancellation);
            history = await ReadAsync(clocks, ticket, cancellation);
            owed = await history.OwedAsync(engine, until, cancellation);
        }

        Assert.Equal(owed, history.Raised);
        history.AssertEachOnce(acknowledged);
        return history;
    }

    /// <summary>How many signals of a ticket opened before a time were due from then to another; its timers were armed at the first.</summary>
    public int CountDue(DateTimeOffset from, DateTimeOffset to) =>
        Facts[0].RecordTime.ToDateTimeOffset() < from ? Signals.Count(signal => signal.DueTime.ToDateTimeOffset() >= from && signal.DueTime.ToDateTimeOffset() <= to) : 0;

    private IEnumerable<string> Raised => Signals.Select(Describe).Order(StringComparer.Ordinal);

    private static async Task<History> ReadAsync(SlaClockService.SlaClockServiceClient clocks, string ticket, CancellationToken cancellation)
    {
        var answer = await clocks.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket, PageSize = 1000 }, cancellationToken: cancellation);
        return new History(
            [.. answer.Entries.Where(entry => entry.Fact is not null).Select(entry => entry.Fact)],
            [.. answer.Entries.Where(entry => entry.Signal is not null).Select(entry => entry.Signal)]);
    }

    private void AssertEachOnce(IEnumerable<string> acknowledged)
    {
        var actors = Facts.Skip(1).Select(fact => fact.Body.Actor).ToList();
        Assert.Equal(actors.Count, actors.Distinct().Count());
        Assert.Empty(acknowledged.Except(actors));
        Assert.Equal(Signals.Count, Signals.Select(signal => signal.Id).Distinct().Count());
        foreach (var signal in Signals.Where(signal => Facts.All(fact => fact.RecordTime.ToDateTimeOffset() <= signal.DueTime.ToDateTimeOffset())))
        {
            Assert.Equal(signal.RaisedTime - signal.DueTime, signal.LatenessDuration);
        }
    }

    // All but the ids, which hold the ticket's.
    private static string Describe(Signal signal)
    {
        var detail = signal.Detail.Clone();
        detail.RetractedSignal = "";
        return $"{signal.DueTime} {detail}";
    }

    // A turn raises all that is owed at its time: so what was raised or told after the instant moves it to then.
    private async Task<IReadOnlyList<string>> OwedAsync(SimulationService.SimulationServiceClient engine, DateTimeOffset until, CancellationToken cancellation)
    {
        var opened = Facts[0].Opened;
        var story = new TicketStory { OpenTime = Facts[0].EffectiveTime, Level = opened.VerifiedLevel };
        story.Facts.AddRange(Facts.Skip(1).Select(fact => new SimulatedFact { EffectiveTime = fact.EffectiveTime, RecordTime = fact.RecordTime, Fact = fact.Body }));
        var request = new SimulateTicketRequest
        {
            Scenario = new Scenario { Plan = opened.Terms.Plan, TimeZone = opened.Terms.TimeZone, Readings = { opened.Terms.Readings } },
            Story = story,
            UntilTime = Facts.Select(fact => fact.RecordTime).Concat(Signals.Select(signal => signal.RaisedTime)).Append(until.ToTimestamp()).Max(),
        };
        var answer = await engine.SimulateTicketAsync(request, cancellationToken: cancellation);
        return [.. answer.Signals.Select(Describe).Order(StringComparer.Ordinal)];
    }
}
