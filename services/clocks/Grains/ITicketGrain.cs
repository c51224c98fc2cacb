using Orleans.CodeGeneration;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>A ticket's clock; the key is the ticket's id. One turn at a time; nothing is answered before it is stored.</summary>
[Alias("clocks.ITicketGrain"), Version(1)]
internal interface ITicketGrain : IGrainWithStringKey
{
    /// <summary>Whether a request was served before: <see cref="TicketOutcome.Repeat"/> or <see cref="TicketOutcome.RequestReused"/>; else <see cref="TicketOutcome.Exists"/>, or <see cref="TicketOutcome.NotFound"/> when the ticket may be opened.</summary>
    [Alias("Find")]
    Task<TicketReply> Find(RequestMark request);

    /// <summary>Opens the ticket.</summary>
    [Alias("Open")]
    Task<TicketReply> Open(OpenCommand command);

    /// <summary>Records a fact.</summary>
    [Alias("Tell")]
    Task<TicketReply> Tell(TellCommand command);

    /// <summary>The ticket as it stands.</summary>
    [Alias("Read")]
    Task<TicketReply> Read();

    /// <summary>Raises what is owed.</summary>
    /// <param name="recomputed">Whether due times may have moved because engine or tzdb did: every open ticket is woken then, and one that was not in memory leaves it again.</param>
    [Alias("Wake")]
    Task<WakeReply> Wake(bool recomputed);
}
