using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>Applies the chosen readings to targets.</summary>
internal static class ReadingChoice
{
    /// <summary>The chosen answers other than the defaults; unknown ones become violations.</summary>
    public static ImmutableArray<ReadingOption> Choose(
        Policy policy, ImmutableSortedDictionary<string, string> chosen, ImmutableArray<Violation>.Builder violations)
    {
        var options = ImmutableArray.CreateBuilder<ReadingOption>();
        foreach (var (id, name) in chosen)
        {
            var reading = policy.Readings.FirstOrDefault(known => known.Id == id);
            if (reading is null)
            {
                var known = policy.Readings.IsEmpty ? "leave it out, there is none" : "use " + string.Join(", ", policy.Readings.Select(entry => entry.Id));
                violations.Add(new($"readings[{id}]", $"'{id}' is not a reading of policy '{policy.Id}'; {known}."));
                continue;
            }

            var option = reading.Options.FirstOrDefault(candidate => candidate.Name == name);
            if (option is not null)
            {
                options.Add(option);
            }
            else if (name != reading.Default)
            {
                violations.Add(new($"readings[{id}]", $"'{name}' is not a value of reading '{id}'; use {string.Join(", ", reading.Names)}."));
            }
        }

        return options.ToImmutable();
    }

    /// <summary>The target with the patches of the chosen answers.</summary>
    public static Target Apply(ImmutableArray<ReadingOption> options, string plan, int level, Target target)
    {
        foreach (var patch in options.SelectMany(option => option.Patches))
        {
            if (patch.Selects(plan, level, target.Milestone))
            {
                target = target with
                {
                    Commitment = target.Commitment switch
                    {
                        Commitment.Within within => new Commitment.Within(patch.Apply(within.Terms)),
                        Commitment.Every every => new Commitment.Every(patch.Apply(every.Terms)),
                        var untimed => untimed,
                    },
                };
            }
        }

        return target;
    }
}
