using System.Collections.Immutable;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>What callers are told when a ledger refuses.</summary>
internal static class LedgerRefusals
{
    public static RefusalException NoAllowance(AllowanceName name) =>
        Refusals.NotFound(ErrorReason.AllowanceNotFound, name.Format(), "no plan of the subscription grants it; list balances with GetBalances");

    public static RefusalException NoReservation(ReservationName name) =>
        Refusals.NotFound(ErrorReason.ReservationNotFound, name.Format(), "reservations are named when they are made with ReserveAllowance");

    /// <summary>The refusal of a command.</summary>
    /// <param name="allowance">The allowance.</param>
    /// <param name="reservation">The reservation that the command is about, or null.</param>
    /// <param name="refusals">What was wrong; at least one.</param>
    public static RefusalException Of(AllowanceName allowance, ReservationName? reservation, ImmutableArray<LedgerRefusal> refusals)
    {
        var fields = refusals.Select(FieldOf).OfType<FieldViolation>().ToList();
        return fields.Count > 0 ? Refusals.InvalidArgument(fields) : refusals[0] switch
        {
            { Kind: LedgerRefusalKind.NotHeld } closed => Refusals.FailedPrecondition(ErrorReason.ReservationClosed, reservation!.Format(), closed.Description),
            { Kind: LedgerRefusalKind.NoCurrentPeriod } => Refusals.NotFound(
                ErrorReason.AllowanceNotFound, allowance.Format(), "its subscription is not in its term, or its plan grants none now; list balances with GetBalances"),
            var short_ => Refusals.FailedPrecondition(ErrorReason.InsufficientBalance, allowance.Format(), short_.Description),
        };
    }

    private static FieldViolation? FieldOf(LedgerRefusal refusal) => refusal.Kind switch
    {
        LedgerRefusalKind.InvalidQuantity => new FieldViolation("quantity", refusal.Description, ErrorReason.InvalidQuantity),
        LedgerRefusalKind.OutsidePeriod => new FieldViolation("effective_time", refusal.Description, ErrorReason.TimeOutOfRange),
        LedgerRefusalKind.InvalidHold => new FieldViolation("hold_duration", refusal.Description, ErrorReason.FieldOutOfRange),
        _ => null,
    };
}
