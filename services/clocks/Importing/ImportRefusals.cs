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
    public static RefusalException OtherContent(TicketName name) => Refusals.AlreadyExists(
        name.Format(), "it was opened or imported with another content; give a ticket of another content another id", ErrorReason.TicketExists);

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
