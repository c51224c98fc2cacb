using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a policy: <c>policies/{policy}</c>.</summary>
public sealed record PolicyName : IResourceName<PolicyName>
{
    private static readonly ResourcePattern Form = new("policies/{policy}");

    /// <summary>Names a policy.</summary>
    /// <param name="policy">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public PolicyName(string policy)
    {
        Policy = ResourceSegment.Checked(policy);
    }

    /// <summary>The id of the policy.</summary>
    public string Policy { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PolicyName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static PolicyName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Policy);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
