using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class MergeTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordFact_MergedBackIntoTheTicketThatWasMerged_IsRefused()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        await clock.Client.RecordFactAsync(Merging(one, two), cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(clock.Client.RecordFactAsync(Merging(two, one), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidMerge, "fact.merged.into", "was merged itself");
    }

    [Fact]
    public async Task Tell_TwoMergedIntoEachOtherAtOnce_EndsBothForGood()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());

        // Told at once, each can find the other not yet merged; from here on nobody asks again.
        var told = await Task.WhenAll(MergeUnseenAsync(one, two), MergeUnseenAsync(two, one));

        Assert.Equal([TicketOutcome.Done, TicketOutcome.Done], told);
        await AssertEndedForGoodAsync(one, two);
        await AssertEndedForGoodAsync(two, one);
    }

    private async Task AssertEndedForGoodAsync(string name, string into)
    {
        var ticket = await clock.Client.GetTicketAsync(new GetTicketRequest { Name = name }, cancellationToken: Cancel);
        var id = IdOf(name);
        var due = await clock.Services.GetRequiredKeyedService<IConnectionMultiplexer>(ResourceNames.Redis)
            .GetDatabase().SortedSetScoreAsync(JournalKeys.Due(Shards.Of(id)), id);
        var refused = await RefusedCall.OfAsync(
            clock.Client.RecordFactAsync(ClockFixture.Telling(name, new FactBody { Reopened = new Reopened() }), cancellationToken: Cancel));

        Assert.Equal((TicketState.Merged, into), (ticket.State, ticket.MergedInto));
        Assert.Null(due);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.FactNotAllowed), (refused.Code, refused.Reason));
    }

    private async Task<TicketOutcome> MergeUnseenAsync(string ticket, string into)
    {
        var command = new TellCommand(FactCodec.ToBytes(new Engine.Clocks.Fact.Merged(IdOf(into)), FactNote.None), null, "", new RequestMark($"{Guid.NewGuid()}", "digest"));
        return (await clock.Services.GetRequiredService<IGrainFactory>().GetGrain<ITicketGrain>(IdOf(ticket)).Tell(command)).Outcome;
    }

    private static RecordFactRequest Merging(string ticket, string into) => ClockFixture.Telling(ticket, new FactBody { Merged = new Merged { Into = into } });

    private static string IdOf(string name) => name["tickets/".Length..];

    private async Task<string> OpenAsync() => (await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel)).Name;
}
