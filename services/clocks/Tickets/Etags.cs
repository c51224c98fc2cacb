using System.Globalization;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A ticket's etag counts its facts: signals must not spoil a client's etag.</summary>
internal static class Etags
{
    public static string Of(TicketRecord record) => Of(record.Log.FactCount);

    public static string Of(int factCount) => factCount.ToString(CultureInfo.InvariantCulture);
}
