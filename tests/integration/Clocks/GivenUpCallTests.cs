using System.Reflection;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Hosting;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A caller who gives up is not waited for, though the ticket does not answer.</summary>
public sealed class GivenUpCallTests : IDisposable
{
    private readonly TicketCalls _tickets;
    private readonly Tickets _grains = (Tickets)(object)DispatchProxy.Create<IGrainFactory, Tickets>();
    private readonly CancellationTokenSource _caller = new();

    public GivenUpCallTests() => _tickets = new TicketCalls((IGrainFactory)(object)_grains, Options.Create(new MembershipOptions()), TimeProvider.System);

    [Fact(Timeout = 30_000)]
    public async Task Read_OfATicketThatDoesNotAnswer_EndsWithTheCall() =>
        await EndsAsync(new TicketReader(_tickets, null!, null!, TimeProvider.System).Read("tickets/one", "name", _caller.Token));

    [Fact(Timeout = 30_000)]
    public async Task Tell_WhetherItWasServedBeforeIsNotAnswered_EndsWithTheCall() => await EndsAsync(Merge());

    [Fact(Timeout = 30_000)]
    public async Task Tell_TheTicketToMergeIntoDoesNotAnswer_EndsWithTheCall()
    {
        _grains.Finds = TicketReply.Of(TicketOutcome.Exists);

        await EndsAsync(Merge());
    }

    public void Dispose() => _caller.Dispose();

    private async Task Merge() => await new FactTeller(_tickets, null!, null!, TimeProvider.System).Tell(
        ClockFixture.Telling("tickets/one", new FactBody { Merged = new Merged { Into = "tickets/two" } }), _caller.Token);

    private async Task EndsAsync(Task call)
    {
        Assert.False(call.IsCompleted);
        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    /// <summary>Tickets that say nothing, but for what a test lets them say.</summary>
    public class Tickets : DispatchProxy
    {
        internal TicketReply? Finds { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.ReturnType == typeof(ITicketGrain))
            {
                var ticket = Create<ITicketGrain, Tickets>();
                ((Tickets)(object)ticket).Finds = Finds;
                return ticket;
            }

            return targetMethod.Name == nameof(ITicketGrain.Find) && Finds is not null ? Task.FromResult(Finds) : new TaskCompletionSource<TicketReply>().Task;
        }
    }
}
