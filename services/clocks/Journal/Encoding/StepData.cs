namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A value from an instant on, as stored.</summary>
internal sealed record StepData<T>
{
    public required string From { get; init; }

    public T? Value { get; init; }
}
