using System.Text.Json;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Journal records as stored.</summary>
internal static class EntryCodec
{
    public static byte[] Write(JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(ToData(entry), JournalJson.Default.EntryData);

    /// <exception cref="JournalFormatException">The record is of another version, or is none.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> record)
    {
        try
        {
            return FromData(JsonSerializer.Deserialize(record, JournalJson.Default.EntryData) ?? throw new JournalFormatException("A stored record is empty."));
        }
        catch (JsonException e)
        {
            throw new JournalFormatException($"A stored record cannot be read: {e.Message}");
        }
    }

    public static EntryData ToData(JournalEntry entry) => entry switch
    {
        JournalEntry.Told told => new EntryData { V = JournalJson.Version, Fact = FactCodec.Write(told.Fact, told.Note) },
        JournalEntry.Raised raised => new EntryData { V = JournalJson.Version, Signal = SignalCodec.Write(raised.Signal) },
        _ => throw new InvalidOperationException($"{entry} is no known journal entry."),
    };

    public static JournalEntry FromData(EntryData data)
    {
        JournalJson.RequireVersion(data.V, "record");
        return data switch
        {
            { Fact: { } fact } => new JournalEntry.Told(FactCodec.ReadRecorded(fact), FactCodec.ReadNote(fact.Note)),
            { Signal: { } signal } => new JournalEntry.Raised(SignalCodec.Read(signal)),
            _ => throw new JournalFormatException("A stored record is neither a fact nor a signal."),
        };
    }
}
