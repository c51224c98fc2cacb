using Grpc.Core;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>A caller that sends some items, and then nothing until it goes away.</summary>
internal sealed class EndlessItems<TItem>(params TItem[] items) : IAsyncStreamReader<TItem>
{
    private int _sent;

    public TItem Current => items[_sent - 1];

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (_sent == items.Length)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        _sent++;
        return true;
    }
}
