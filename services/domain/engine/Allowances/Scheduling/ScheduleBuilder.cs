using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances.Scheduling;

/// <summary>Walks through the versions of a subscription and the periods in them.</summary>
internal sealed class ScheduleBuilder(AllowanceTerms terms, Instant until)
{
    private readonly ImmutableArray<AllowanceStep>.Builder _steps = ImmutableArray.CreateBuilder<AllowanceStep>();
    private RunningPeriod? _running;
    private RunningPeriod? _last;

    public AllowanceSchedule Build()
    {
        AllowancePeriod? current = null;
        for (var i = 0; i < terms.Versions.Length && (i == 0 || terms.Versions[i].From <= until); i++)
        {
            var term = terms.Versions[i];
            if (i > 0 && _running is { } running)
            {
                Change(running, terms.Versions[i - 1], term);
            }

            var after = until.PlusTicks(1);
            Walk(term, i + 1 < terms.Versions.Length ? Instant.Min(terms.Versions[i + 1].From, after) : after);
            current = _running?.In(term);
        }

        return new AllowanceSchedule(_steps.ToImmutable(), current);
    }

    // What happens before an instant, exclusive, while the subscription stands so.
    private void Walk(AllowanceTerm term, Instant before)
    {
        var from = Instant.Max(term.From, term.Start);
        while (true)
        {
            if (_running is null)
            {
                if (FindOpening(term, from, Instant.Min(before, term.End)) is not { } at)
                {
                    return;
                }

                Open(term, at);
            }

            var end = _running!.EndIn(term);
            Warn(_running, term, end, before);
            if (end >= before)
            {
                return;
            }

            var isRegular = end == _running.RegularEnd;
            _steps.Add(new AllowanceStep.Closed(end, _running.Start, isRegular && _running.BookedBy.CarriesOver));
            _last = isRegular ? _running : null;
            _running = null;
            from = end;
        }
    }

    private static Instant? FindOpening(AllowanceTerm term, Instant from, Instant before) =>
        term.Rules.Select(rule => rule.From).Where(at => at > from).Prepend(from)
            .Where(at => at < before && term.RuleAt(at) is not null)
            .Select(at => (Instant?)at).FirstOrDefault();

    private void Open(AllowanceTerm term, Instant at)
    {
        var rule = term.RuleAt(at)!;
        // After a regular end the next date is known; the instant may lie on another date of a zone that has changed.
        var date = _last is { } last && last.RegularEnd == at ? last.Next : term.DateOf(at);
        var (first, next) = CivilPeriods.Holding(rule.Interval, date, terms.ContractStart);
        var covered = term.CoveredUntil(next);
        var days = Days(first, next);
        var isWhole = covered == next && (date == first || at == term.Start);
        _running = new RunningPeriod
        {
            Start = at,
            RegularEnd = term.Zone.AtStartOfDay(next).ToInstant(),
            Next = next,
            RegularDays = days,
            Zone = term.Zone,
            Rule = rule,
            BookedBy = rule,
        };
        _steps.Add(new AllowanceStep.Opened(at, isWhole ? rule.Amount : rule.Share(Days(date, covered), days)));
    }

    private void Change(RunningPeriod running, AllowanceTerm before, AllowanceTerm after)
    {
        if (before.Plan == after.Plan && before.CancelledFrom == after.CancelledFrom)
        {
            return;
        }

        var date = LocalDate.Min(after.From.InZone(running.Zone).Date, running.Next);
        var rule = before.Plan == after.Plan ? running.Rule : after.RuleAt(after.From);
        var quantity = Rest(rule, date, after.CoveredUntil(running.Next)) - Rest(running.Rule, date, before.CoveredUntil(running.Next));
        _running = running with { Rule = rule, BookedBy = rule ?? running.BookedBy };
        if (quantity != 0)
        {
            _steps.Add(new AllowanceStep.Changed(after.From, running.Start, quantity));
        }
    }

    private decimal Rest(AllowanceRule? rule, LocalDate from, LocalDate covered)
    {
        if (rule is null || covered <= from)
        {
            return 0;
        }

        var (first, next) = CivilPeriods.Holding(rule.Interval, from, terms.ContractStart);
        return rule.Share(Days(from, covered), Days(first, next));
    }

    private void Warn(RunningPeriod running, AllowanceTerm term, Instant end, Instant before)
    {
        var known = Instant.Max(running.Start, term.From);
        foreach (var days in ExpiryNotices.For(running.RegularDays).Except(running.Warned))
        {
            var at = Instant.Max(known, end.InZone(running.Zone).LocalDateTime.PlusDays(-days).InZoneLeniently(running.Zone).ToInstant());
            if (at < Instant.Min(before, end))
            {
                _steps.Add(new AllowanceStep.Nearing(at, running.Start, end, days));
                _running = _running! with { Warned = _running.Warned.Add(days) };
            }
        }
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
