namespace SlaPlatform.Engine.Policies;

/// <summary>A channel that a plan accepts requests from.</summary>
/// <param name="Channel">The channel: <c>portal</c>, <c>email</c>, <c>phone</c>, <c>web</c>, <c>account_manager</c>.</param>
/// <param name="From">Who may use it.</param>
public sealed record ChannelRule(string Channel, ChannelUser From);
