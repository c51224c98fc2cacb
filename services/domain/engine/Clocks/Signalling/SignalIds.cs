using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>Deterministic ids: a hash of what the signal is, of which ticket, and of how often the same one was raised before.</summary>
internal static class SignalIds
{
    public static string Of(string ticketId, SignalKey key, Instant due, int raisedBefore) =>
        Hash(ticketId, key.Kind.ToString(), key.Milestone?.ToString() ?? "", Number(key.Occurrence), key.Detail, Number((due - NodaConstants.UnixEpoch).ToInt128Nanoseconds()), Number(raisedBefore));

    public static string OfRetraction(string retractedId) => Hash("retracted", retractedId);

    private static string Hash(params ReadOnlySpan<string> parts)
    {
        // A length before each part keeps ("ab", "c") and ("a", "bc") apart.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static string Number(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
