using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Store;

public sealed class JournalGateTests
{
    [Fact]
    public async Task Open_WhatItBeganIsFlushedBeforeItIsReadBack_IsTriedAgain()
    {
        var dice = new Dice(1);
        var steps = new Steps(dice);
        var place = new Place(steps);
        var redis = new SimulatedRedis(new StoreTerms(CutsScripts: false, EventsKept: 100, TimeSpan.FromDays(1)), Sabotage.None, new Tally());
        var gate = new JournalGate(RedisProxy.Multiplexer(new RedisConnection(steps, place, place, redis, new Faults(dice) { On = false }, dice, new Trace(steps))));
        var opening = Task.CompletedTask;
        place.Run(() => opening = gate.Open());
        while (!redis.Keys.Hash(JournalKeys.Clock!).ContainsKey("epoch"))
        {
            Assert.True(steps.TryTakeOne());
        }

        redis.Flush();
        steps.TakeAll(1000);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => opening);
        place.Run(() => opening = gate.Open());
        steps.TakeAll(1000);
        await opening;

        Assert.Equal(gate.Epoch.ToString("N"), redis.Keys.Hash(JournalKeys.Clock!)["epoch"]);
    }
}
