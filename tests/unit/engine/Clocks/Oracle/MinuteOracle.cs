using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Clocks.Oracle;

/// <summary>
/// Counts a resolution's time by half minutes from the facts as they read, by brute force and without the engine's arithmetic.
/// Half a minute counts as the facts stand at its beginning.
/// </summary>
internal sealed class MinuteOracle(IEnumerable<RecordedFact> facts, OraclePlan plan)
{
    private static readonly Duration Step = Duration.FromSeconds(30);

    private readonly List<RecordedFact> facts = [.. facts.OrderBy(fact => fact.EffectiveTime).ThenBy(fact => fact.Sequence)];

    /// <summary>When the last severity's target is used up, or null when it is not within the days asked for.</summary>
    public Instant? Due(int days)
    {
        var (waiting, paused, reason, line, level, excluded, next) = (false, false, "", SupportLines.First, ((Fact.Opened)facts[0].Fact).ClaimedLevel!.Value, new HashSet<string>(), 0);
        foreach (var fact in facts.Select(fact => fact.Fact).OfType<Fact.SeverityChanged>())
        {
            level = fact.VerifiedLevel ?? level;
        }

        var target = plan.Levels[level - 1];
        var left = target.Units;
        var at = facts[0].EffectiveTime;
        for (var step = 0; step < days * 2880; step++, at += Step)
        {
            for (; next < facts.Count && facts[next].EffectiveTime <= at; next++)
            {
                switch (facts[next].Fact)
                {
                    case Fact.WaitingOnCustomer:
                        waiting = true;
                        break;
                    case Fact.CustomerReplied:
                        waiting = false;
                        break;
                    case Fact.Paused pause:
                        (paused, reason) = (true, pause.Reason);
                        break;
                    case Fact.Resumed:
                        (waiting, paused) = (false, false);
                        break;
                    case Fact.HandedOver handed:
                        line = handed.Line;
                        break;
                    case Fact.Excluded clause:
                        excluded.Add(clause.Clause);
                        break;
                    case Fact.ExclusionLifted clause:
                        excluded.Remove(clause.Clause);
                        break;
                }
            }

            var stands = excluded.Count > 0
                || (waiting && target.PausedBy.Contains(Timing.WaitingOnCustomer))
                || (paused && (target.PausedBy.Contains(Timing.AnyPause) || target.PausedBy.Contains(reason)));
            var (open, units) = line == "development" && target.Development is { } other ? other : target.Own;
            if (stands)
            {
                continue;
            }

            // Used up by what lies before: due there, though a pause that begins at that very instant moves it to the resumption.
            if (left <= 0)
            {
                return at;
            }

            if (open(at))
            {
                left -= units;
                if (left <= 0 && !(next < facts.Count && facts[next].EffectiveTime == at + Step))
                {
                    return at + Step;
                }
            }
        }

        return null;
    }
}
