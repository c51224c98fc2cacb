using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;
using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

public sealed class JournalGateTests
{
    private readonly Steps steps;
    private readonly Place place;
    private readonly SimulatedRedis redis = new(new StoreTerms(CutsScripts: false, EventsKept: 100, TimeSpan.FromDays(1)), Sabotage.None, new Tally());
    private readonly RedisConnection connection;
    private readonly IConnectionMultiplexer multiplexer;
    private readonly JournalGate gate;

    public JournalGateTests()
    {
        var dice = new Dice(1);
        steps = new Steps(dice);
        place = new Place(steps);
        connection = new RedisConnection(steps, place, place, redis, new Faults(dice) { On = false }, dice, new Trace(steps));
        multiplexer = RedisProxy.Multiplexer(connection);
        gate = new JournalGate(multiplexer);
        redis.TakeCopy();
    }

    [Fact]
    public async Task Open_WhatItBeganIsFlushedBeforeItIsReadBack_IsTriedAgain()
    {
        var opening = Start(gate.Open);
        while (!redis.Keys.Hash(JournalKeys.Clock!).ContainsKey("epoch"))
        {
            Assert.True(steps.TryTakeOne());
        }

        redis.Flush();
        steps.TakeAll(1000);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => opening);
        opening = Start(gate.Open);
        steps.TakeAll(1000);
        await opening;

        Assert.Equal(gate.Epoch.ToString("N"), redis.Keys.Hash(JournalKeys.Clock!)["epoch"]);
    }

    [Fact]
    public async Task ReadOfEpoch_AfterALostConnection_IsUnavailableUntilTheEpochWasReadAgain()
    {
        await Finished(gate.Open);
        connection.Break();
        redis.Restore();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Finished(Last));
        await Finished(gate.Open);

        await Finished(Last);
        Assert.Equal(gate.Epoch.ToString("N"), redis.Keys.Hash(JournalKeys.Clock!)["epoch"]);
    }

    [Fact]
    public async Task ReadOfEpoch_TheJournalIsOpenedAnewMeanwhile_IsUnavailable()
    {
        await Finished(gate.Open);

        var reading = Start(() => gate.ReadOfEpoch(async () =>
        {
            connection.Break();
            redis.Restore();
            await gate.Open();
            return 1;
        }));
        steps.TakeAll(1000);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => reading);
    }

    private Task Last() => new Outbox(multiplexer, gate).LastOf(0);

    private Task Finished(Func<Task> action)
    {
        var task = Start(action);
        steps.TakeAll(1000);
        return task;
    }

    private Task Start(Func<Task> action)
    {
        var task = Task.CompletedTask;
        place.Run(() => task = action());
        return task;
    }
}
