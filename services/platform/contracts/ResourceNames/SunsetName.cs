using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names the announced end of a feature: <c>policies/{policy}/sunsets/{sunset}</c>.</summary>
public sealed record SunsetName : IResourceName<SunsetName>
{
    private static readonly ResourcePattern Form = new("policies/{policy}/sunsets/{sunset}");

    /// <summary>Names the announced end of a feature.</summary>
    /// <param name="policy">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="sunset">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public SunsetName(string policy, string sunset)
    {
        Policy = ResourceSegment.Checked(policy);
        Sunset = ResourceSegment.Checked(sunset);
    }

    /// <summary>The id of the policy.</summary>
    public string Policy { get; }

    /// <summary>The id of the sunset.</summary>
    public string Sunset { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SunsetName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static SunsetName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Policy, Sunset);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
