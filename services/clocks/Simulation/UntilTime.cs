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
        if (story is not null)
        {
            Check(checks, "until_time", until, story);
        }

        return until;
    }

    /// <summary>Notes when the clocks of a story cannot run until a time.</summary>
    public static void Check(RequestChecks checks, string field, Instant until, Story story)
    {
        if (until < story.Opened)
        {
            checks.Add(ErrorReason.TimeOrder, field, $"{until} is before the opening ({story.Opened}); give a time from then on.");
        }

        if (until > story.Opened + SimulationLimits.Span)
        {
            checks.Add(ErrorReason.HorizonExceeded, field, $"{until} is more than 20 years after the opening ({story.Opened}); give an earlier time.");
        }
    }
}
