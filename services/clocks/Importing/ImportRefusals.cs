using System.Collections.Immutable;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using Refusal = SlaPlatform.Engine.Clocks.Refusal;

namespace SlaPlatform.Clocks.Importing;

/// <summary>Why a ticket of the past is not taken over.</summary>
internal static class ImportRefusals
{
    // An answer stays small, whatever is wrong with a large ticket.
    private const int MostShown = 100;

    /// <summary>ALREADY_EXISTS: the id is another ticket's, or the same ticket's with another content.</summary>
    /// <param name="name">The ticket.</param>
    /// <param name="imported">Whether it was imported; else it was opened.</param>
    public static RefusalException OtherContent(TicketName name, bool imported) => Refusals.AlreadyExists(
        name.Format(),
        imported
            ? "it was imported with another content and stays as it is; tell what happened since with RecordFact"
            : "it was opened here and stays as it is; tell what happened since with RecordFact",
        ErrorReason.TicketExists);

    /// <summary>INVALID_ARGUMENT: what would be stored of the ticket is larger than one write may be.</summary>
    /// <param name="bytes">How much it would be.</param>
    public static RefusalException TooLarge(long bytes) => Refusals.InvalidArgument(
        ErrorReason.FieldOutOfRange, "facts", $"As stored they take {bytes} bytes; give a ticket at most {ImportRequest.MostBytes}: shorten its texts.");

    /// <summary>INVALID_ARGUMENT: the ticket as told cannot be, whatever the state of the service, so every fault is one of the request.</summary>
    /// <param name="refusals">What the engine found.</param>
    /// <param name="open">The opening.</param>
    public static RefusalException Of(ImmutableArray<Refusal> refusals, OpenTicketRequest open) =>
        Refusals.InvalidArgument(refusals.Take(MostShown).Select(refusal => new FieldViolation(
            FieldOf(refusal, open), refusal.Description, TicketRefusals.ReasonOf(refusal.Kind, refusal.Field))));

    private static string FieldOf(Refusal refusal, OpenTicketRequest open)
    {
        var end = refusal.Field.IndexOf("].", StringComparison.Ordinal);
        if (end < 0)
        {
            return FieldPath.Join("open", TicketRefusals.OpeningFieldsOf(open).Of(refusal.Field));
        }

        var item = refusal.Field[..(end + 1)];
        return new FactFields(FieldPath.Join(item, "fact"), FieldPath.Join(item, "effective_time")).Of(refusal.Kind, refusal.Field[(end + 2)..]);
    }
}
