using System.Diagnostics;
using Grpc.Core;

namespace SlaPlatform.Benchmarks.Streams;

/// <summary>Sends items over one stream as fast as they are taken, and reads the answers beside it.</summary>
internal static class StreamCaller
{
    /// <summary>Answers a second, from the first item sent to the last answer.</summary>
    /// <param name="call">The stream.</param>
    /// <param name="items">What to send.</param>
    /// <param name="check">Throws for an answer that is not as it should be.</param>
    public static async Task<double> RunAsync<TItem, TAnswer>(AsyncDuplexStreamingCall<TItem, TAnswer> call, IEnumerable<TItem> items, Action<TAnswer> check)
    {
        using var stream = call;
        var started = Stopwatch.GetTimestamp();
        var sending = Task.Run(async () =>
        {
            foreach (var item in items)
            {
                await stream.RequestStream.WriteAsync(item);
            }

            await stream.RequestStream.CompleteAsync();
        });
        var answers = 0;
        await foreach (var answer in stream.ResponseStream.ReadAllAsync())
        {
            check(answer);
            answers++;
        }

        await sending;
        return answers / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
