using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names something that a plan owes on a date: <c>accounts/{account}/obligations/{obligation}</c>.</summary>
public sealed record ObligationName : IResourceName<ObligationName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/obligations/{obligation}");

    /// <summary>Names something that a plan owes on a date.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="obligation">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public ObligationName(string account, string obligation)
    {
        Account = ResourceSegment.Checked(account);
        Obligation = ResourceSegment.Checked(obligation);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the obligation.</summary>
    public string Obligation { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ObligationName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static ObligationName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Obligation);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
