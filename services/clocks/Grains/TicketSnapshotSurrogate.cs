namespace SlaPlatform.Clocks.Grains;

/// <summary>A <see cref="TicketSnapshot"/> between silos: the encoded journal, so that no type name travels.</summary>
[GenerateSerializer]
internal struct TicketSnapshotSurrogate
{
    [Id(0)]
    public string TicketId;

    [Id(1)]
    public byte[][] Records;
}
