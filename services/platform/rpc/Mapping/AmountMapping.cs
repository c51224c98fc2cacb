using NodaTime;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using Amount = SlaPlatform.BusinessTime.Amount;
using WireAmount = SlaPlatform.Contracts.Vocabulary.V1.Amount;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Amounts of time on the wire.</summary>
public static class AmountMapping
{
    /// <summary>The amount as a message.</summary>
    public static WireAmount ToProto(this Amount amount) => amount switch
    {
        Amount.OpenTime open => new WireAmount { OpenDuration = open.Duration.ToProtobufDuration() },
        Amount.BusinessDays days => new WireAmount { BusinessDays = days.Count },
        Amount.CalendarDays days => new WireAmount { CalendarDays = days.Count },
        Amount.CalendarMonths months => new WireAmount { CalendarMonths = months.Count },
        _ => throw new ArgumentOutOfRangeException(nameof(amount), amount, "It is not a known kind of amount."),
    };

    /// <summary>Reads an amount that a caller gave.</summary>
    /// <param name="checks">Takes the violations.</param>
    /// <param name="field">The field that holds it.</param>
    /// <param name="amount">The message; null when unset.</param>
    /// <returns>The amount, or null when it is missing or faulty.</returns>
    public static Amount? Read(RequestChecks checks, string field, WireAmount? amount)
    {
        switch (amount?.LengthCase ?? WireAmount.LengthOneofCase.None)
        {
            case WireAmount.LengthOneofCase.OpenDuration:
                return Open(checks, FieldPath.Join(field, "open_duration"), amount!.OpenDuration);
            case WireAmount.LengthOneofCase.BusinessDays:
                return Counted(checks, FieldPath.Join(field, "business_days"), amount!.BusinessDays, Amount.MostBusinessDays, count => new Amount.BusinessDays(count));
            case WireAmount.LengthOneofCase.CalendarDays:
                return Counted(checks, FieldPath.Join(field, "calendar_days"), amount!.CalendarDays, Amount.MostCalendarDays, count => new Amount.CalendarDays(count));
            case WireAmount.LengthOneofCase.CalendarMonths:
                return Counted(checks, FieldPath.Join(field, "calendar_months"), amount!.CalendarMonths, Amount.MostCalendarMonths, count => new Amount.CalendarMonths(count));
            default:
                checks.Add(ErrorReason.FieldRequired, field, "It is unset; give open_duration, business_days, calendar_days or calendar_months.");
                return null;
        }
    }

    private static Amount.OpenTime? Open(RequestChecks checks, string field, Google.Protobuf.WellKnownTypes.Duration given)
    {
        if (given.TryToNodaDuration(out var duration) && duration >= Duration.Zero && duration <= Amount.MostOpenTime && given.Nanos == 0)
        {
            return new Amount.OpenTime(duration);
        }

        checks.Add(ErrorReason.InvalidAmount, field, $"{given.Seconds} s and {given.Nanos} ns is no amount; give whole seconds from 0 to {(long)Amount.MostOpenTime.TotalSeconds}.");
        return null;
    }

    private static Amount? Counted(RequestChecks checks, string field, int count, int most, Func<int, Amount> make)
    {
        if (count >= 0 && count <= most)
        {
            return make(count);
        }

        checks.Add(ErrorReason.InvalidAmount, field, $"It is {count}; give 0 to {most}.");
        return null;
    }
}
