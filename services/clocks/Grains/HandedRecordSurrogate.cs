namespace SlaPlatform.Clocks.Grains;

/// <summary>A <see cref="HandedRecord"/> between silos: encoded as stored, so that no type name travels.</summary>
[GenerateSerializer, Alias("clocks.HandedRecord")]
internal struct HandedRecordSurrogate
{
    [Id(0)]
    public string TicketId;

    /// <summary>The facts and signals that it holds.</summary>
    [Id(1)]
    public byte[][] Records;

    /// <summary>The snapshot before them; empty for none.</summary>
    [Id(2)]
    public byte[] Snapshot;
}
