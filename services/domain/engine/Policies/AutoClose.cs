using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>Closes a ticket that waits on the customer without a reply.</summary>
/// <param name="After">How long without a customer reply while support waits on the customer.</param>
/// <param name="Calendar">The id of the calendar that the amount counts on, or whose zone it is civil in.</param>
/// <param name="WarnBefore">Wall-clock time before the closing at which to warn.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record AutoClose(Amount After, string Calendar, Duration WarnBefore, string Source);
