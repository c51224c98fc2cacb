using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names an allowance of a subscription: <c>accounts/{account}/subscriptions/{subscription}/allowances/{feature}</c>.</summary>
public sealed record AllowanceName : IResourceName<AllowanceName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/subscriptions/{subscription}/allowances/{feature}");

    /// <summary>Names an allowance of a subscription.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="subscription">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="feature">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public AllowanceName(string account, string subscription, string feature)
    {
        Account = ResourceSegment.Checked(account);
        Subscription = ResourceSegment.Checked(subscription);
        Feature = ResourceSegment.Checked(feature);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The id of the feature that it is an allowance of.</summary>
    public string Feature { get; }

    /// <summary>The subscription's name.</summary>
    public SubscriptionName SubscriptionName => new(Account, Subscription);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AllowanceName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!, values[2]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static AllowanceName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Subscription, Feature);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
