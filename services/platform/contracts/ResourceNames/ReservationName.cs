using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names some of an allowance set aside: <c>accounts/{account}/subscriptions/{subscription}/allowances/{feature}/reservations/{reservation}</c>.</summary>
public sealed record ReservationName : IResourceName<ReservationName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/subscriptions/{subscription}/allowances/{feature}/reservations/{reservation}");

    /// <summary>Names some of an allowance set aside.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="subscription">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="feature">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="reservation">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public ReservationName(string account, string subscription, string feature, string reservation)
    {
        Account = ResourceSegment.Checked(account);
        Subscription = ResourceSegment.Checked(subscription);
        Feature = ResourceSegment.Checked(feature);
        Reservation = ResourceSegment.Checked(reservation);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The id of the feature that it is an allowance of.</summary>
    public string Feature { get; }

    /// <summary>The id of the reservation.</summary>
    public string Reservation { get; }

    /// <summary>The allowance's name.</summary>
    public AllowanceName AllowanceName => new(Account, Subscription, Feature);

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReservationName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!, values[2]!, values[3]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static ReservationName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Subscription, Feature, Reservation);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
