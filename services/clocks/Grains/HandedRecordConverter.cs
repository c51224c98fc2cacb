using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Encodes a record only when it leaves the silo.</summary>
[RegisterConverter]
internal sealed class HandedRecordConverter : IConverter<HandedRecord, HandedRecordSurrogate>
{
    public HandedRecord ConvertFromSurrogate(in HandedRecordSurrogate surrogate)
    {
        var records = surrogate.Records.Select(record => EntryCodec.Read(record)).ToList();
        if (surrogate.Snapshot is not { Length: > 0 } stored)
        {
            return new(TicketRecord.Of(surrogate.TicketId, records));
        }

        // What is handed out is shown, never stored: while silos are replaced, a snapshot of another fold will do.
        var snapshot = SnapshotCodec.Read(stored) ?? throw new JournalFormatException("Another version of the service has the ticket.");
        return new(TicketRecord.Of(surrogate.TicketId, records, snapshot));
    }

    public HandedRecordSurrogate ConvertToSurrogate(in HandedRecord value) => new()
    {
        TicketId = value.Record.Id,
        Records = [.. value.Record.Entries.Select(EntryCodec.Write)],
        Snapshot = value.Record.Snapshot is { } snapshot ? SnapshotCodec.Write(snapshot) : [],
    };
}
