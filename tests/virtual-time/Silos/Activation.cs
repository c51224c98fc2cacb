using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>A grain of the service in a silo: one call at a time but for those that may interleave.</summary>
internal sealed class Activation
{
    private static readonly Type[] Grains = [.. typeof(TicketOutcome).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Grain)) && !type.IsAbstract)];

    // The base class takes its context from where Orleans leaves it while it creates a grain.
    private static readonly FieldInfo CurrentContext =
        typeof(Grain).Assembly.GetType("Orleans.Runtime.RuntimeContext")!.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Single(field => field.FieldType == typeof(IGrainContext));

    private readonly Queue<GrainCall> waiting = new();
    private readonly HashSet<GrainCall> running = [];
    private readonly Grain grain;
    private readonly Task activated;
    private readonly GrainTimers timers;
    private bool busy;

    public Activation(IServiceProvider services, GrainKey key)
    {
        var before = CurrentContext.GetValue(null);
        CurrentContext.SetValue(null, GrainContextProxy.Of(services, key));
        grain = (Grain)ActivatorUtilities.CreateInstance(services, Grains.Single(type => type.IsAssignableTo(key.Interface)));
        CurrentContext.SetValue(null, before);
        timers = services.GetRequiredService<GrainTimers>();
        activated = grain.OnActivateAsync(CancellationToken.None);
    }

    public bool IsIdle => running.Count == 0 && waiting.Count == 0;

    /// <summary>Calls that it has not answered.</summary>
    public IEnumerable<GrainCall> Unanswered => running.Concat(waiting);

    public void Receive(GrainCall call)
    {
        if (call.Interleaves)
        {
            _ = Run(call);
            return;
        }

        waiting.Enqueue(call);
        RunNext();
    }

    public Task Deactivate()
    {
        timers.End(((IGrainBase)grain).GrainContext);
        return grain.OnDeactivateAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "idle"), CancellationToken.None);
    }

    private void RunNext()
    {
        if (!busy && waiting.TryDequeue(out var call))
        {
            busy = true;
            _ = RunAlone(call);
        }
    }

    private async Task RunAlone(GrainCall call)
    {
        await Run(call);
        busy = false;
        RunNext();
    }

    private async Task Run(GrainCall call)
    {
        running.Add(call);
        try
        {
            await activated;
            var done = call.Run(grain);
            await done;
            call.Reply(done);
        }
        catch (Exception e)
        {
            call.Fail(e);
        }
        finally
        {
            running.Remove(call);
        }
    }
}
