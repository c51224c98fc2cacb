using System.Globalization;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using Signal = SlaPlatform.Engine.Clocks.Signal;
using WireSignal = SlaPlatform.Contracts.Clocks.V1.Signal;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Signals on the wire.</summary>
public static class SignalMapping
{
    /// <summary>The signal as a message.</summary>
    public static WireSignal ToProto(this Signal signal) => new()
    {
        Id = signal.Id,
        Detail = Detail(signal),
        DueTime = signal.DueTime.ToTimestamp(),
        RaisedTime = signal.RaisedTime.ToTimestamp(),
        LatenessDuration = signal.Lateness.ToProtobufDuration(),
    };

    private static SignalDetail Detail(Signal signal)
    {
        var key = signal.Key;
        var detail = new SignalDetail
        {
            Kind = signal.Kind.ToProto(),
            Milestone = key.Milestone is { } kind ? new MilestoneId(kind, key.Occurrence).ToText() : "",
            MilestoneKind = key.Milestone?.ToProto() ?? default,
            OccurrenceFact = key.Occurrence,
            RungRole = signal.Role,
            RetractedSignal = signal.Retracts ?? "",
            RetractionFact = signal.Cause ?? 0,
        };
        if (signal.Retracts is not null)
        {
            detail.RetractedKind = key.Kind.ToProto();
        }

        switch (key.Kind)
        {
            case SignalKind.Warned when key.Detail.EndsWith('%'):
                detail.Percent = int.Parse(key.Detail.AsSpan(0, key.Detail.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture);
                break;
            case SignalKind.Warned when key.Detail.StartsWith('-') && key.Detail.EndsWith('s'):
                var seconds = long.Parse(key.Detail.AsSpan(1, key.Detail.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture);
                detail.BeforeDueDuration = Duration.FromSeconds(seconds).ToProtobufDuration();
                break;
            case SignalKind.RungReached:
                detail.RungLevel = int.Parse(key.Detail, NumberStyles.None, CultureInfo.InvariantCulture);
                break;
        }

        return detail;
    }
}
