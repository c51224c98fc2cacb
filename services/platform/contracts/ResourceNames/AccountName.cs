using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names an account: <c>accounts/{account}</c>.</summary>
public sealed record AccountName : IResourceName<AccountName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}");

    /// <summary>Names an account.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public AccountName(string account)
    {
        Account = ResourceSegment.Checked(account);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AccountName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static AccountName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
