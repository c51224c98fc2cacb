using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Importing;

/// <summary>What all tickets of an import have in common.</summary>
/// <param name="Open">The opening without what a ticket has of its own.</param>
/// <param name="SignalsFrom">Nothing that was due before is signalled; null for the time of the import.</param>
internal sealed record TicketTemplate(OpenTicketRequest Open, Timestamp? SignalsFrom)
{
    /// <summary>A ticket of the log as the clock takes it over.</summary>
    public ImportTicketsRequest Of(LogStory story, string id)
    {
        var open = Open.Clone();
        (open.TicketId, open.RequestId, open.Reference) = (id, Guid.NewGuid().ToString(), story.Story.Id);
        (open.EffectiveTime, open.Level) = (story.Story.OpenTime, story.Story.Level);
        return new ImportTicketsRequest
        {
            Open = open,
            Facts = { story.Story.Facts.Select(fact => new ImportedFact { EffectiveTime = fact.EffectiveTime, Fact = fact.Fact }) },
            SignalsFromTime = SignalsFrom,
        };
    }
}
