using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names an instance of the product: <c>accounts/{account}/instances/{instance}</c>.</summary>
public sealed record InstanceName : IResourceName<InstanceName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/instances/{instance}");

    /// <summary>Names an instance of the product.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="instance">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public InstanceName(string account, string instance)
    {
        Account = ResourceSegment.Checked(account);
        Instance = ResourceSegment.Checked(instance);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the instance.</summary>
    public string Instance { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out InstanceName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static InstanceName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Instance);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
