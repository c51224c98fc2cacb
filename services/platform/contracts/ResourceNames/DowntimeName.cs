using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a time in which the service was down: <c>accounts/{account}/downtimes/{downtime}</c>.</summary>
public sealed record DowntimeName : IResourceName<DowntimeName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/downtimes/{downtime}");

    /// <summary>Names a time in which the service was down.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="downtime">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public DowntimeName(string account, string downtime)
    {
        Account = ResourceSegment.Checked(account);
        Downtime = ResourceSegment.Checked(downtime);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the downtime.</summary>
    public string Downtime { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DowntimeName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static DowntimeName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Downtime);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
