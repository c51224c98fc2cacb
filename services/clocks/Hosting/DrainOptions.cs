using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>How this host ends its work when it is told to stop; configuration section <c>Draining</c>, checked at start.</summary>
internal sealed class DrainOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Draining";

    /// <summary>
    /// How long the host still takes calls after it has said that it is not ready, so that load balancers that ask for health notice, and callers with an open
    /// connection are told to make another. 0 to 1 min and at most half of
    /// <see cref="Within"/>, default 1 s: the AppHost's front asks every half second. As long as your load balancer needs.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan NoticeFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The bound of all: notice, running calls, grains. What is not done by then is cut off, and connections that are
    /// left when half of the time after the notice is over; nothing acknowledged is lost by that. 1 s to 5 min, default 12 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>A notice that takes all of the time leaves none to hand the grains over.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NoticeFor > Within / 2)
        {
            yield return new ValidationResult(
                $"{SectionName}:{nameof(NoticeFor)} ({NoticeFor}) is more than half of {SectionName}:{nameof(Within)} ({Within}), of which it is a part; raise {nameof(Within)} to at least {NoticeFor * 2} or shorten the notice.",
                [nameof(NoticeFor)]);
        }
    }
}
