using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Signals as stored.</summary>
internal static class SignalCodec
{
    public static SignalData Write(Signal signal) => new()
    {
        Id = signal.Id,
        Kind = signal.Kind.ToString(),
        About = signal.Key.Kind.ToString(),
        Milestone = signal.Key.Milestone?.ToString(),
        Occurrence = signal.Key.Occurrence,
        Detail = signal.Key.Detail,
        KeyDue = Times.Write(signal.Key.DueTime),
        Due = Times.Write(signal.DueTime),
        Raised = Times.Write(signal.RaisedTime),
        Lateness = Times.Write(signal.Lateness),
        Role = signal.Role,
        Retracts = signal.Retracts,
        Cause = signal.Cause,
    };

    public static Signal Read(SignalData data) => new()
    {
        Id = data.Id,
        Kind = Name<SignalKind>(data.Kind),
        Key = new SignalKey(
            Name<SignalKind>(data.About),
            data.Milestone is { } milestone ? Name<MilestoneKind>(milestone) : null,
            data.Occurrence,
            data.Detail ?? "",
            Times.ReadOptional(data.KeyDue)),
        DueTime = Times.Read(data.Due),
        RaisedTime = Times.Read(data.Raised),
        Lateness = Times.ReadDuration(data.Lateness),
        Role = data.Role ?? "",
        Retracts = data.Retracts,
        Cause = data.Cause,
    };

    public static KeyData Write(SignalKey key) => new()
    {
        Kind = key.Kind.ToString(),
        Milestone = key.Milestone?.ToString(),
        Occurrence = key.Occurrence,
        Detail = key.Detail,
        Due = Times.Write(key.DueTime),
    };

    public static SignalKey Read(KeyData data) => new(
        Name<SignalKind>(data.Kind),
        data.Milestone is { } milestone ? Name<MilestoneKind>(milestone) : null,
        data.Occurrence,
        data.Detail ?? "",
        Times.ReadOptional(data.Due));

    /// <summary>The value that a stored name names.</summary>
    /// <exception cref="JournalFormatException">This version does not know it.</exception>
    public static T Name<T>(string text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value)
        ? value
        : throw new JournalFormatException($"A stored record says '{text}', which this version does not know.");
}
