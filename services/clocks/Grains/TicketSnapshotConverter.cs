using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Encodes a snapshot only when it leaves the silo.</summary>
[RegisterConverter]
internal sealed class TicketSnapshotConverter : IConverter<TicketSnapshot, TicketSnapshotSurrogate>
{
    public TicketSnapshot ConvertFromSurrogate(in TicketSnapshotSurrogate surrogate) =>
        new(TicketRecord.Of(surrogate.TicketId, surrogate.Records.Select(record => EntryCodec.Read(record))));

    public TicketSnapshotSurrogate ConvertToSurrogate(in TicketSnapshot value) => new()
    {
        TicketId = value.Record.Id,
        Records = [.. value.Record.Entries.Select(EntryCodec.Write)],
    };
}
