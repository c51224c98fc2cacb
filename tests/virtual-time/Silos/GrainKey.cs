namespace SlaPlatform.VirtualTime.Silos;

/// <summary>A grain's interface and key.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Key">The key, a number as text.</param>
internal sealed record GrainKey(Type Interface, string Key)
{
    public override string ToString() => $"{Interface.Name[1..]}({Key})";
}
