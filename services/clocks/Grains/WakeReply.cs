using NodaTime;

namespace SlaPlatform.Clocks.Grains;

/// <summary>What became of a wake.</summary>
/// <param name="Served">Whether it is stored; if not, it must be tried again.</param>
/// <param name="NextWake">The ticket's next wake in Unix milliseconds; null for none.</param>
/// <param name="ComputedWith">The versions of engine and tzdb that computed it, see <see cref="Journal.ComputedWith.Version"/>; empty from a version that does not say.</param>
[GenerateSerializer, Immutable, Alias("clocks.WakeReply")]
internal sealed record WakeReply(bool Served, long? NextWake, string ComputedWith)
{
    /// <summary>A wake of a ticket that does not exist is served: its entry in the due index is gone.</summary>
    public static WakeReply Of(TicketOutcome outcome, Instant? nextWake) => outcome switch
    {
        TicketOutcome.Done => new WakeReply(true, nextWake?.ToUnixTimeMilliseconds(), Journal.ComputedWith.Version),
        TicketOutcome.NotFound => new WakeReply(true, null, Journal.ComputedWith.Version),
        _ => new WakeReply(false, null, Journal.ComputedWith.Version),
    };
}
