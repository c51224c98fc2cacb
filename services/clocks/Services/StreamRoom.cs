using Google.Protobuf;

namespace SlaPlatform.Clocks.Services;

/// <summary>
/// How much of a stream may be under way: so many items, each of which takes one share of the room, and a large one more. A caller that sends more waits.
/// Takes are not safe for concurrent use; releases are.
/// </summary>
/// <param name="shares">How many shares there are.</param>
/// <param name="bytesOfShare">For each of this many bytes an item takes another share.</param>
internal sealed class StreamRoom(int shares, int bytesOfShare) : IDisposable
{
    private readonly SemaphoreSlim free = new(shares, shares);

    /// <summary>Waits until there is room for an item, and takes it.</summary>
    /// <returns>The shares taken, to be released when the item is answered.</returns>
    public async Task<int> Take(IMessage item, CancellationToken cancellation)
    {
        var wanted = Math.Min(1 + (item.CalculateSize() / bytesOfShare), shares);
        for (var taken = 0; taken < wanted; taken++)
        {
            await free.WaitAsync(cancellation);
        }

        return wanted;
    }

    public void Release(int taken) => free.Release(taken);

    public void Dispose() => free.Dispose();
}
