using System.Collections.Immutable;
using System.Threading.Channels;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Watching;

/// <summary>
/// What waits for one watcher, never more than its bound. The feed writes, the watcher's call reads. What the watcher does not want is not kept: it only moves
/// the positions on.
/// </summary>
/// <param name="accepts">Which events it wants.</param>
/// <param name="from">The positions it watches from.</param>
/// <param name="mostWaiting">How many events may wait.</param>
internal sealed class Watcher(Func<TicketEventEntry, bool> accepts, ImmutableArray<long> from, int mostWaiting)
{
    private readonly Lock gate = new();
    private readonly Channel<FeedItem> waiting = Channel.CreateBounded<FeedItem>(mostWaiting);
    private readonly long[] passed = [.. from];

    /// <summary>How many events wait.</summary>
    public int Count => waiting.Reader.Count;

    /// <summary>Why the feed ended, or null.</summary>
    public WatchEnd? CutOff { get; private set; }

    /// <summary>The positions up to which everything was taken or is not wanted; null while something waits, and after the end.</summary>
    public ImmutableArray<long>? Passed
    {
        get
        {
            lock (gate)
            {
                return Count == 0 && CutOff is null ? [.. passed] : null;
            }
        }
    }

    /// <summary>Says from where on the feed offers; what lies before that is not its affair.</summary>
    public void Begin(IReadOnlyList<long> positions)
    {
        lock (gate)
        {
            for (var shard = 0; shard < passed.Length; shard++)
            {
                passed[shard] = Math.Max(passed[shard], positions[shard]);
            }
        }
    }

    /// <summary>Adds an event. A watcher that has no room is cut off, and what waited is let go: it is read again when the watch resumes.</summary>
    public void Offer(FeedItem item)
    {
        lock (gate)
        {
            if (CutOff is not null || item.Sequence <= passed[item.Shard])
            {
                return;
            }

            if (accepts(item.Entry) && !waiting.Writer.TryWrite(item))
            {
                End(WatchEnd.TooSlow);
                while (waiting.Reader.TryRead(out _))
                {
                }

                return;
            }

            passed[item.Shard] = item.Sequence;
        }
    }

    /// <summary>Says that a shard's events up to a sequence are no longer kept: it ends unless it is past them.</summary>
    public void Lose(int shard, long sequence)
    {
        lock (gate)
        {
            if (passed[shard] < sequence)
            {
                End(WatchEnd.Expired);
            }
        }
    }

    /// <summary>The next event, or null when none waits, or when it was cut off for being slow: then nothing that comes after an event that was let go may be given.</summary>
    public FeedItem? Take()
    {
        lock (gate)
        {
            return CutOff is not WatchEnd.TooSlow && waiting.Reader.TryRead(out var item) ? item : null;
        }
    }

    /// <summary>Waits until there is something to take. False when nothing comes any more.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => waiting.Reader.WaitToReadAsync(cancellation);

    /// <summary>Cuts the watcher off after what waits for it.</summary>
    public void End(WatchEnd why)
    {
        lock (gate)
        {
            CutOff ??= why;
            waiting.Writer.TryComplete();
        }
    }
}
