using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Watching;

/// <summary>Where a watcher stands: how far it read in each shard, and the epoch of the Redis these positions belong to. Opaque on the wire, at most 593 bytes.</summary>
/// <param name="Epoch">See <see cref="JournalGate.Epoch"/>.</param>
/// <param name="Positions">The sequence read last, for each shard.</param>
internal sealed record ResumeToken(Guid Epoch, ImmutableArray<long> Positions)
{
    private const byte Version = 1;
    private const int EpochBytes = 16;
    private const int MostBytesOfNumber = 9;

    /// <summary>The token after an event.</summary>
    /// <param name="shard">The event's shard.</param>
    /// <param name="sequence">Its sequence.</param>
    public ResumeToken After(int shard, long sequence) => this with { Positions = Positions.SetItem(shard, sequence) };

    /// <summary>The token as bytes.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream(1 + EpochBytes + (2 * Shards.Count));
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(Epoch.ToByteArray());
        foreach (var position in Positions)
        {
            writer.Write7BitEncodedInt64(position);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a token, or gives null when it is none of this service.</summary>
    public static ResumeToken? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < 1 + EpochBytes + Shards.Count or > 1 + EpochBytes + (MostBytesOfNumber * Shards.Count) || bytes[0] != Version)
        {
            return null;
        }

        using var stream = new MemoryStream(bytes[(1 + EpochBytes)..].ToArray());
        using var reader = new BinaryReader(stream);
        try
        {
            ImmutableArray<long> positions = [.. Shards.All.Select(_ => reader.Read7BitEncodedInt64())];
            return stream.Position == stream.Length && positions.All(position => position >= 0)
                ? new ResumeToken(new Guid(bytes.Slice(1, EpochBytes)), positions)
                : null;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            return null;
        }
    }
}
