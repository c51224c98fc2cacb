using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names the credit of a month: <c>accounts/{account}/credits/{credit}</c>.</summary>
public sealed record CreditName : IResourceName<CreditName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/credits/{credit}");

    /// <summary>Names the credit of a month.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="credit">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public CreditName(string account, string credit)
    {
        Account = ResourceSegment.Checked(account);
        Credit = ResourceSegment.Checked(credit);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the credit.</summary>
    public string Credit { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CreditName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static CreditName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Credit);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
