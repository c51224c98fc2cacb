using Google.Type;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>The dates of a subscription.</summary>
/// <param name="Term">First and last day.</param>
/// <param name="TrialEnd">Last day of the trial, or null.</param>
internal sealed record TermReader(DateInterval Term, LocalDate? TrialEnd)
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    /// <summary>Reads the dates; null when one is missing or faulty.</summary>
    public static TermReader? Read(RequestChecks checks, Subscription given)
    {
        var start = Date(checks, "subscription.start_date", given.StartDate, isRequired: true);
        var end = Date(checks, "subscription.end_date", given.EndDate, isRequired: true);
        var trialEnd = Date(checks, "subscription.trial_end_date", given.TrialEndDate, isRequired: false);
        if (start is not { } first || end is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            checks.Add(ErrorReason.InvalidTerm, "subscription.end_date", "It is before the start date; give that day or a later one.");
            return null;
        }

        var term = new DateInterval(first, last);
        if (trialEnd is { } trial && !term.Contains(trial))
        {
            checks.Add(ErrorReason.InvalidTerm, "subscription.trial_end_date", "It is outside the term; give a day of it.");
        }

        return new TermReader(term, trialEnd);
    }

    /// <summary>A civil date of the years 1970 to 2199; null when it is missing or faulty.</summary>
    public static LocalDate? Date(RequestChecks checks, string field, Date? given, bool isRequired)
    {
        if (given is null)
        {
            if (isRequired)
            {
                checks.Add(ErrorReason.FieldRequired, field, "It is unset; give a date.");
            }

            return null;
        }

        if (given.TryToLocalDate(out var date) && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        checks.Add(ErrorReason.TimeOutOfRange, field, $"{given.Year}-{given.Month}-{given.Day} is no date of the years {FirstYear} to {LastYear}; correct it.");
        return null;
    }
}
