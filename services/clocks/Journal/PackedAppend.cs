using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The keys and arguments of an append as one value, so that one write puts all of it down.</summary>
internal static class PackedAppend
{
    public static byte[] Write(RedisKey[] keys, RedisValue[] arguments)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        WriteAll(writer, [.. keys.Select(key => (byte[])key!)]);
        WriteAll(writer, [.. arguments.Select(argument => (byte[]?)argument ?? [])]);
        writer.Flush();
        return stream.ToArray();
    }

    public static (RedisKey[] Keys, RedisValue[] Arguments) Read(byte[] packed)
    {
        using var stream = new MemoryStream(packed);
        using var reader = new BinaryReader(stream);
        RedisKey[] keys = [.. ReadAll(reader).Select(part => (RedisKey)part)];
        return (keys, [.. ReadAll(reader).Select(part => (RedisValue)part)]);
    }

    private static void WriteAll(BinaryWriter writer, byte[][] parts)
    {
        writer.Write7BitEncodedInt(parts.Length);
        foreach (var part in parts)
        {
            writer.Write7BitEncodedInt(part.Length);
            writer.Write(part);
        }
    }

    private static byte[][] ReadAll(BinaryReader reader)
    {
        var parts = new byte[reader.Read7BitEncodedInt()][];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = reader.ReadBytes(reader.Read7BitEncodedInt());
        }

        return parts;
    }
}
