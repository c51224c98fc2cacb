using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a subscription of an account: <c>accounts/{account}/subscriptions/{subscription}</c>.</summary>
public sealed record SubscriptionName : IResourceName<SubscriptionName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/subscriptions/{subscription}");

    /// <summary>Names a subscription of an account.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="subscription">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public SubscriptionName(string account, string subscription)
    {
        Account = ResourceSegment.Checked(account);
        Subscription = ResourceSegment.Checked(subscription);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The account's name.</summary>
    public AccountName AccountName => new(Account);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SubscriptionName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static SubscriptionName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Subscription);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
