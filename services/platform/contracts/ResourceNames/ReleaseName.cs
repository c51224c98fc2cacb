using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a release of a product: <c>policies/{policy}/releases/{release}</c>.</summary>
public sealed record ReleaseName : IResourceName<ReleaseName>
{
    private static readonly ResourcePattern Form = new("policies/{policy}/releases/{release}");

    /// <summary>Names a release of a product.</summary>
    /// <param name="policy">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="release">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public ReleaseName(string policy, string release)
    {
        Policy = ResourceSegment.Checked(policy);
        Release = ResourceSegment.Checked(release);
    }

    /// <summary>The id of the policy.</summary>
    public string Policy { get; }

    /// <summary>The id of the release.</summary>
    public string Release { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReleaseName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static ReleaseName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Policy, Release);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
