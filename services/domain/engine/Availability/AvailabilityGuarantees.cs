using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>What plans guarantee of availability.</summary>
public static class AvailabilityGuarantees
{
    /// <summary>The guarantee of a plan, or null when it gives none. No policy document passes with two.</summary>
    public static FeatureValue.Availability? Of(Plan plan) => plan.Features.Values.OfType<FeatureValue.Availability>().SingleOrDefault();
}
