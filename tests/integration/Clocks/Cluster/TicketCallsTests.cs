using System.Reflection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Hosting;
using SlaPlatform.Clocks.Services;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class TicketCallsTests
{
    private readonly FakeTimeProvider time = new() { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public async Task Ask_WhileTheTicketsSiloIsReplaced_CallsAgainUntilItAnswers()
    {
        var failures = 3;

        var answer = await Run(_ => failures-- > 0 ? throw new SiloUnavailableException("gone") : Task.FromResult(7));

        Assert.Equal(7, answer);
    }

    [Fact]
    public async Task Ask_LongerThanItsPatience_GivesUp() =>
        await Assert.ThrowsAsync<SiloUnavailableException>(() => Run(static Task<int> (_) => throw new SiloUnavailableException("gone")));

    [Fact]
    public async Task Ask_AnotherFailure_IsNotRepeated()
    {
        var calls = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Task<int> (_) => throw new InvalidOperationException($"call {++calls}")));

        Assert.Equal(1, calls);
    }

    private async Task<int> Run(Func<ITicketGrain, Task<int>> call)
    {
        var calls = new TicketCalls(DispatchProxy.Create<IGrainFactory, NoGrains>(), Options.Create(new MembershipOptions()), time);
        var answer = calls.Ask("t-1", call, TestContext.Current.CancellationToken);
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await answer;
    }

    /// <summary>The calls under test never reach a grain.</summary>
    public class NoGrains : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => null;
    }
}
