using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names an immutable revision of a policy: <c>policies/{policy}@{revision}</c>.</summary>
public sealed record PolicyRevisionName : IResourceName<PolicyRevisionName>
{
    private static readonly ResourcePattern Form = new("policies/{policy}@{revision}");

    /// <summary>Names an immutable revision of a policy.</summary>
    /// <param name="policy">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="revision">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public PolicyRevisionName(string policy, string revision)
    {
        Policy = ResourceSegment.Checked(policy);
        Revision = ResourceSegment.Checked(revision);
    }

    /// <summary>The id of the policy.</summary>
    public string Policy { get; }

    /// <summary>The id of the revision.</summary>
    public string Revision { get; }

    /// <summary>The policy's name.</summary>
    public PolicyName PolicyName => new(Policy);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PolicyRevisionName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static PolicyRevisionName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Policy, Revision);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
