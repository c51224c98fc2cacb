using SlaPlatform.Clocks.Journal;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class RedisCallsTests
{
    public static TheoryData<Exception> GivenUp =>
    [
        new OperationCanceledException(),
        new InvalidOperationException("Reading is not allowed after reader was completed."),
        new IOException(),
        new ObjectDisposedException("connection"),
        new RedisServerException("OOM command not allowed when used memory > 'maxmemory'."),
        new RedisServerException("LOADING Redis is loading the dataset in memory"),
    ];

    [Theory]
    [MemberData(nameof(GivenUp), DisableDiscoveryEnumeration = true)]
    public async Task Reach_TheClientGaveUpOrRedisCannotNow_IsUnavailable(Exception failure) =>
        await Assert.ThrowsAsync<JournalUnavailableException>(() => RedisCalls.Reach(() => Task.FromException<int>(failure)));

    [Fact]
    public async Task Reach_RedisRefused_SaysSo() => await Assert.ThrowsAsync<RedisServerException>(
        () => RedisCalls.Reach(() => Task.FromException<int>(new RedisServerException("WRONGTYPE Operation against a key holding the wrong kind of value"))));
}
