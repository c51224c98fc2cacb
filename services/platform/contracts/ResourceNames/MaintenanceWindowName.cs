using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a maintenance window: <c>accounts/{account}/maintenanceWindows/{window}</c>.</summary>
public sealed record MaintenanceWindowName : IResourceName<MaintenanceWindowName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/maintenanceWindows/{window}");

    /// <summary>Names a maintenance window.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="window">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public MaintenanceWindowName(string account, string window)
    {
        Account = ResourceSegment.Checked(account);
        Window = ResourceSegment.Checked(window);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the window.</summary>
    public string Window { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MaintenanceWindowName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static MaintenanceWindowName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Window);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
