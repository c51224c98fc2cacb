using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>Where requests under a plan must come from.</summary>
/// <param name="Accepted">The channels that the plan lists; empty when it lists none, and then every channel is accepted.</param>
/// <param name="Others">What becomes of requests from elsewhere.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record Channels(ImmutableArray<ChannelRule> Accepted, OtherChannels Others, string Source);
