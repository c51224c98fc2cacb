using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>Tells two policies apart in terms of what they state, whatever their documents look like.</summary>
public static class PolicyDiff
{
    /// <summary>
    /// Every difference, in the order of the later document, with what is gone where it was. Of something added or removed as a whole only that is told; empty exactly when the two
    /// state the same.
    /// </summary>
    /// <param name="from">The earlier policy.</param>
    /// <param name="to">The later policy.</param>
    public static ImmutableArray<PolicyChange> Between(Policy from, Policy to)
    {
        var earlier = StatementReader.Read(from);
        var later = StatementReader.Read(to);
        var before = earlier.ToDictionary(statement => statement.Key, StringComparer.Ordinal);
        var after = later.ToDictionary(statement => statement.Key, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<PolicyChange>();
        foreach (var statement in InOrder(earlier, later, after))
        {
            var (one, other) = (before.GetValueOrDefault(statement.Key)?.Value, after.GetValueOrDefault(statement.Key)?.Value);
            if ((one is not null && other is not null && one.SaysTheSame(other)) || ((one is null || other is null) && statement.Above.Any(told.Contains)))
            {
                continue;
            }

            changes.Add(new PolicyChange(statement.Path, one, other));
            if (!HoldsMore(one) || !HoldsMore(other))
            {
                told.Add(statement.Key);
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Whether what is stated below it is to be compared as well: not where one of the two has nothing there.</summary>
    private static bool HoldsMore(StatedValue? value) => value is not (null or StatedValue.Promised { IsTimed: false } or StatedValue.Code { Form: StatementReader.Never });

    /// <summary>The later statements in their order; each is followed by those that came after it and are gone.</summary>
    private static IEnumerable<PolicyStatement> InOrder(
        ImmutableArray<PolicyStatement> earlier, ImmutableArray<PolicyStatement> later, Dictionary<string, PolicyStatement> after)
    {
        var gone = new Dictionary<string, List<PolicyStatement>>(StringComparer.Ordinal);
        var place = "";
        foreach (var statement in earlier)
        {
            if (after.ContainsKey(statement.Key))
            {
                place = statement.Key;
            }
            else if (gone.TryGetValue(place, out var there))
            {
                there.Add(statement);
            }
            else
            {
                gone[place] = [statement];
            }
        }

        return gone.GetValueOrDefault("", []).Concat(later.SelectMany(statement => gone.GetValueOrDefault(statement.Key, []).Prepend(statement)));
    }
}
