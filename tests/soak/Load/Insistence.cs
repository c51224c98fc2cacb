using System.Collections.Concurrent;
using Google.Rpc;
using Grpc.Core;

namespace SlaPlatform.Soak.Load;

/// <summary>
/// Calls as the contract tells clients to: the same request again after UNAVAILABLE, no sooner than the answer says, until there is an answer. Safe for concurrent use.
/// </summary>
/// <param name="transportFails">Whether calls may fail without an answer of the service, as they do when its process is killed.</param>
/// <param name="clock">Times the waits.</param>
internal sealed class Insistence(bool transportFails, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private long repeats;
    private long longest;

    /// <summary>How often a call was repeated.</summary>
    public long Repeats => Interlocked.Read(ref repeats);

    /// <summary>The longest that one answer took, repeats apart.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref longest));

    /// <summary>Failures that no caller may see: other statuses, or UNAVAILABLE without saying when to try again.</summary>
    public ConcurrentQueue<string> Improper { get; } = new();

    /// <summary>Calls until there is an answer.</summary>
    /// <returns>The answer, or null when the request was refused for good.</returns>
    /// <exception cref="OperationCanceledException">There was none in time.</exception>
    public async Task<T?> Call<T>(Func<AsyncUnaryCall<T>> call, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = clock.GetTimestamp();
            try
            {
                return await call();
            }
            catch (RpcException e)
            {
                if (IsRefusal(e))
                {
                    return null;
                }

                await Task.Delay(WaitAfter(e), clock, cancellation);
                Interlocked.Increment(ref repeats);
            }
            finally
            {
                Note(clock.GetElapsedTime(started));
            }
        }
    }

    private static bool IsRefusal(RpcException e) =>
        e.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument && e.GetRpcStatus()?.GetDetail<ErrorInfo>() is not null;

    private TimeSpan WaitAfter(RpcException e)
    {
        var retry = e.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();
        var proper = e.StatusCode == StatusCode.Unavailable && retry > TimeSpan.Zero;
        if (!proper && !(transportFails && e.GetRpcStatus() is null))
        {
            Improper.Enqueue($"{e.StatusCode}: {e.Status.Detail}");
        }

        return retry is { } wait && wait < LongestWait ? wait : LongestWait;
    }

    private void Note(TimeSpan took)
    {
        for (var known = Longest.Ticks; took.Ticks > known; known = Longest.Ticks)
        {
            Interlocked.CompareExchange(ref longest, took.Ticks, known);
        }
    }
}
