using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names an allowance of an account: <c>accounts/{account}/allowances/{allowance}</c>.</summary>
public sealed record AllowanceName : IResourceName<AllowanceName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/allowances/{allowance}");

    /// <summary>Names an allowance of an account.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="allowance">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public AllowanceName(string account, string allowance)
    {
        Account = ResourceSegment.Checked(account);
        Allowance = ResourceSegment.Checked(allowance);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the allowance.</summary>
    public string Allowance { get; }

    /// <summary>The account's name.</summary>
    public AccountName AccountName => new(Account);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AllowanceName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static AllowanceName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Allowance);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
