using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a plan, in the revision in force or in a given one: <c>policies/{policy}[@{revision}]/plans/{plan}</c>.</summary>
public sealed record PlanName : IResourceName<PlanName>
{
    private static readonly ResourcePattern Form = new("policies/{policy}[@{revision}]/plans/{plan}");

    /// <summary>Names a plan, in the revision in force or in a given one.</summary>
    /// <param name="policy">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="plan">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="revision">A segment, or null for the one in force.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public PlanName(string policy, string plan, string? revision = null)
    {
        Policy = ResourceSegment.Checked(policy);
        Plan = ResourceSegment.Checked(plan);
        Revision = revision is null ? null : ResourceSegment.Checked(revision);
    }

    /// <summary>The id of the policy.</summary>
    public string Policy { get; }

    /// <summary>The revision, or null for the one in force.</summary>
    public string? Revision { get; }

    /// <summary>The id of the plan.</summary>
    public string Plan { get; }

    /// <summary>The policy's name.</summary>
    public PolicyName PolicyName => new(Policy);

    /// <summary>The revision's name, or null when none is given.</summary>
    public PolicyRevisionName? RevisionName => Revision is null ? null : new(Policy, Revision);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlanName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[2]!, values[1]);
        return name is not null;
    }

    /// <inheritdoc/>
    public static PlanName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Policy, Revision, Plan);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
