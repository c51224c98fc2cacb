using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a contact of an account: <c>accounts/{account}/contacts/{contact}</c>.</summary>
public sealed record ContactName : IResourceName<ContactName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/contacts/{contact}");

    /// <summary>Names a contact of an account.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="contact">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public ContactName(string account, string contact)
    {
        Account = ResourceSegment.Checked(account);
        Contact = ResourceSegment.Checked(contact);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the contact.</summary>
    public string Contact { get; }

    /// <summary>The account's name.</summary>
    public AccountName AccountName => new(Account);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContactName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static ContactName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Contact);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
