using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Until when a simulation runs.</summary>
internal static class UntilTime
{
    /// <summary>The time given, else the story's end; bounded, as recurring signals could be asked for without end.</summary>
    public static Instant Read(RequestChecks checks, Timestamp? given, Story? story)
    {
        var until = checks.Time("until_time", given) ?? story?.End ?? RequestChecks.Earliest;
        if (story is null)
        {
            return until;
        }

        if (until < story.Opened)
        {
            checks.Add(ErrorReason.TimeOrder, "until_time", $"{until} is before the opening ({story.Opened}); give a time from then on.");
        }

        if (until > story.Opened + SimulationLimits.Span)
        {
            checks.Add(ErrorReason.HorizonExceeded, "until_time", $"{until} is more than 20 years after the opening ({story.Opened}); give an earlier time.");
        }

        return until;
    }
}
