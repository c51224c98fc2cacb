using System.Threading.Channels;

namespace SlaPlatform.Clocks.Watching;

/// <summary>What waits for one watcher. The feed writes, the watcher's call reads.</summary>
internal sealed class Watcher(int mostWaiting)
{
    private readonly Channel<FeedItem> waiting = Channel.CreateBounded<FeedItem>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });

    /// <summary>What the feed has for the watcher. Ends when it was cut off: see <see cref="CutOff"/>.</summary>
    public ChannelReader<FeedItem> Waiting => waiting.Reader;

    /// <summary>Why the feed ended, or null.</summary>
    public WatchEnd? CutOff { get; private set; }

    /// <summary>Adds an event; a watcher that has no room is cut off after what it has.</summary>
    public void Offer(FeedItem item)
    {
        if (!waiting.Writer.TryWrite(item))
        {
            End(WatchEnd.TooSlow);
        }
    }

    /// <summary>Cuts the watcher off.</summary>
    public void End(WatchEnd why)
    {
        CutOff ??= why;
        waiting.Writer.TryComplete();
    }
}
