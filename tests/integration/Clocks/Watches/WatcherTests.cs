using System.Collections.Immutable;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Clocks.Watching;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class WatcherTests
{
    private static readonly ImmutableArray<long> Start = [.. Enumerable.Repeat(0L, 64)];

    [Fact]
    public async Task Offer_MoreThanItHasRoomFor_CutsItOffAndKeepsNothing()
    {
        var watcher = new Watcher(_ => true, Start, mostWaiting: 3);

        OfferAll(watcher, 1, 4);

        Assert.Equal(WatchEnd.TooSlow, watcher.CutOff);
        Assert.Null(watcher.Take());
        Assert.Null(watcher.Passed);
        Assert.False(await watcher.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Offer_WhileTheWatcherReads_NeverGivesAnEventAfterOneThatWasLetGo()
    {
        for (var round = 0; round < 300; round++)
        {
            var watcher = new Watcher(_ => true, Start, mostWaiting: 20);
            var reading = Task.Run(() =>
            {
                var taken = new List<long>();
                while (watcher.CutOff is null || watcher.Count > 0)
                {
                    if (watcher.Take() is { } item)
                    {
                        taken.Add(item.Sequence);
                    }
                }

                return taken;
            }, TestContext.Current.CancellationToken);
            for (var sequence = 1; watcher.CutOff is null && sequence < 100_000; sequence++)
            {
                OfferAll(watcher, sequence, sequence);
            }

            watcher.End(WatchEnd.Stopping);
            var given = await reading;
            Assert.Equal(Enumerable.Range(1, given.Count).Select(number => (long)number), given);
        }
    }

    [Fact]
    public void Offer_EventsThatItDoesNotWant_MovesOnAndTakesNoRoom()
    {
        var watcher = new Watcher(entry => entry is TicketEventEntry.Added, Start, mostWaiting: 3);

        OfferAll(watcher, 1, 1000);

        Assert.Equal(0, watcher.Count);
        Assert.Equal(1000, watcher.Passed!.Value[7]);
    }

    [Fact]
    public void Passed_SomethingWaits_IsUnknownUntilItIsTaken()
    {
        var watcher = new Watcher(_ => true, Start, mostWaiting: 3);
        OfferAll(watcher, 1, 1);

        var waiting = watcher.Passed;
        watcher.Take();

        Assert.Null(waiting);
        Assert.Equal(1, watcher.Passed!.Value[7]);
    }

    [Fact]
    public void Offer_EventsBeforeItsBeginning_AreNotItsAffair()
    {
        var watcher = new Watcher(_ => true, Start, mostWaiting: 3);
        watcher.Begin([.. Enumerable.Repeat(9L, 64)]);

        OfferAll(watcher, 8, 10);

        Assert.Equal(10, watcher.Take()!.Sequence);
        Assert.Null(watcher.Take());
    }

    [Theory]
    [InlineData(8, WatchEnd.Expired)]
    [InlineData(9, null)]
    internal void Lose_EventsThatItHasOrHasNotPassed_EndsItIfItHasNot(long passed, WatchEnd? end)
    {
        var watcher = new Watcher(_ => true, Start.SetItem(7, passed), mostWaiting: 3);

        watcher.Lose(7, 9);

        Assert.Equal(end, watcher.CutOff);
    }

    [Fact]
    public async Task End_SomethingWaits_IsStillTaken()
    {
        var watcher = new Watcher(_ => true, Start, mostWaiting: 3);
        OfferAll(watcher, 1, 2);

        watcher.End(WatchEnd.Stopping);

        Assert.Equal([1, 2], [watcher.Take()!.Sequence, watcher.Take()!.Sequence]);
        Assert.False(await watcher.WaitAsync(TestContext.Current.CancellationToken));
    }

    private static void OfferAll(Watcher watcher, int first, int last)
    {
        for (var sequence = first; sequence <= last; sequence++)
        {
            watcher.Offer(new FeedItem(7, sequence, Noise.Moved("t", sequence)));
        }
    }
}
