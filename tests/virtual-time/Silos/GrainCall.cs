using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>A call from one place to a grain.</summary>
internal abstract class GrainCall(Steps steps, Place caller, GrainKey target, MethodInfo method, object?[] arguments)
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> OneWays = new();
    private static readonly ConcurrentDictionary<MethodInfo, bool> Interleaving = new();
    private static readonly ConcurrentDictionary<Type, ConstructorInfo> Makers = new();

    public GrainKey Target => target;

    /// <summary>What the caller waits for.</summary>
    public abstract Task Answer { get; }

    public bool IsOneWay => OneWays.GetOrAdd(method, static called => called.IsDefined(typeof(OneWayAttribute), true));

    public bool Interleaves => Interleaving.GetOrAdd(method, static called => called.IsDefined(typeof(AlwaysInterleaveAttribute), true));

    public static GrainCall Of(Steps steps, Place caller, GrainKey target, MethodInfo method, object?[] arguments)
    {
        var answer = method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : typeof(bool);
        return (GrainCall)Makers.GetOrAdd(answer, static type => typeof(GrainCall<>).MakeGenericType(type).GetConstructors()[0]).Invoke([steps, caller, target, method, arguments]);
    }

    /// <summary>Runs it on an activation.</summary>
    public Task Run(object grain) => (Task)method.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    /// <summary>The answer travels back.</summary>
    public void Reply(Task done) => steps.Open(caller, () => Complete(done));

    /// <summary>The failure travels back.</summary>
    public void Fail(Exception why) => steps.Open(caller, () => Complete(why));

    protected abstract void Complete(Task done);

    protected abstract void Complete(Exception why);

    public override string ToString() => $"{target}.{method.Name}";
}

/// <summary>A call with its answer.</summary>
internal sealed class GrainCall<T>(Steps steps, Place caller, GrainKey target, MethodInfo method, object?[] arguments)
    : GrainCall(steps, caller, target, method, arguments)
{
    private readonly TaskCompletionSource<T> answer = new();

    public override Task Answer => answer.Task;

    protected override void Complete(Task done) => answer.TrySetResult(done is Task<T> typed ? typed.Result : default!);

    protected override void Complete(Exception why) => answer.TrySetException(why);
}
