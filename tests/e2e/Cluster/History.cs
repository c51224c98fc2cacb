using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>A ticket's journal beside what the engine alone makes of its facts.</summary>
internal sealed class History
{
    private History(string ticket, IReadOnlyList<Fact> facts, IReadOnlyList<Signal> signals) => (Ticket, Facts, Signals) = (ticket, facts, signals);

    public string Ticket { get; }

    public IReadOnlyList<Fact> Facts { get; }

    public IReadOnlyList<Signal> Signals { get; }

    public static async Task<History> ReadAsync(SlaClockService.SlaClockServiceClient clocks, string ticket, CancellationToken cancellation)
    {
        var answer = await clocks.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket, PageSize = 1000 }, cancellationToken: cancellation);
        return new History(
            ticket,
            [.. answer.Entries.Where(entry => entry.Fact is not null).Select(entry => entry.Fact)],
            [.. answer.Entries.Where(entry => entry.Signal is not null).Select(entry => entry.Signal)]);
    }

    /// <summary>Asserts that the facts are the acknowledged ones, each once, and the signals those owed at the last of them, each once and marked with its lateness.</summary>
    public async Task AssertSoundAsync(SimulationService.SimulationServiceClient engine, IEnumerable<string> acknowledged, CancellationToken cancellation)
    {
        var actors = Facts.Skip(1).Select(fact => fact.Body.Actor).ToList();
        Assert.Equal(actors.Count, actors.Distinct().Count());
        Assert.Empty(acknowledged.Except(actors));
        if (Signals.Count > 0)
        {
            var owed = await OwedAsync(engine, cancellation);
            Assert.Equal(Signals.Count, Signals.Select(signal => signal.Id).Distinct().Count());
            Assert.Equal(owed.Select(Describe).Order(StringComparer.Ordinal), Signals.Select(Describe).Order(StringComparer.Ordinal));
        }

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

    private async Task<IEnumerable<Signal>> OwedAsync(SimulationService.SimulationServiceClient engine, CancellationToken cancellation)
    {
        var opened = Facts[0].Opened;
        var story = new TicketStory { OpenTime = Facts[0].EffectiveTime, Level = opened.VerifiedLevel };
        story.Facts.AddRange(Facts.Skip(1).Select(fact => new SimulatedFact { EffectiveTime = fact.EffectiveTime, RecordTime = fact.RecordTime, Fact = fact.Body }));
        var request = new SimulateTicketRequest
        {
            Scenario = new Scenario { Plan = opened.Terms.Plan, TimeZone = opened.Terms.TimeZone, Readings = { opened.Terms.Readings } },
            Story = story,
            UntilTime = Signals[^1].RaisedTime,
        };
        return (await engine.SimulateTicketAsync(request, cancellationToken: cancellation)).Signals;
    }
}
