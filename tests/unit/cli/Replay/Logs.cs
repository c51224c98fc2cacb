using System.Text;
using NodaTime;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Tests.Replay;

/// <summary>Small logs of one form: ticket, state, time, opening, priority.</summary>
internal static class Logs
{
    private const string Header = "number,incident_state,sys_updated_at,opened_at,priority,assigned_to,contact_type";

    public const string Opened = "01-02-2026 09:00";

    /// <param name="rows">Each is <c>state|time</c>, <c>state|time|priority</c> or <c>state|time|priority|assignee</c>; times are of 1 February 2026.</param>
    public static EventLog Of(params string[] rows) => Read([.. rows.Select(Row)]);

    /// <summary>A log of whole CSV rows.</summary>
    public static EventLog Read(params string[] rows) => EventLogReader.Read(new StringReader(Csv(rows)), LogMapping.ServiceNow, DateTimeZone.Utc);

    public static string Csv(params string[] rows) => new StringBuilder(Header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString();

    /// <summary>The facts of the log's only ticket, each as <c>HH:mm name</c>.</summary>
    public static string[] Facts(EventLog log, FirstResponse response = FirstResponse.State) =>
        [.. StoryWriter.Write(log.Tickets.Single(), response).Story.Facts.Select(Show)];

    private static string Show(SimulatedFact fact)
    {
        var time = fact.EffectiveTime.ToInstant().InUtc().TimeOfDay.ToString("HH:mm", null);
        var detail = fact.Fact.FactCase switch
        {
            FactBody.FactOneofCase.WaitingOnCustomer => $"({fact.Fact.WaitingOnCustomer.Reason})",
            FactBody.FactOneofCase.Paused => $"({fact.Fact.Paused.Reason})",
            FactBody.FactOneofCase.SeverityChanged => fact.Fact.SeverityChanged.HasClaimedLevel ? $"(claimed {fact.Fact.SeverityChanged.ClaimedLevel})" : $"(verified {fact.Fact.SeverityChanged.VerifiedLevel})",
            _ => "",
        };
        return $"{time} {fact.Fact.FactCase}{detail}";
    }

    private static string Row(string row)
    {
        var parts = row.Split('|');
        var priority = parts.Length > 2 ? parts[2] : "3 - Moderate";
        var assignee = parts.Length > 3 ? parts[3] : "?";
        return $"INC1,{parts[0]},01-02-2026 {parts[1]},{Opened},{priority},{assignee},Phone";
    }
}
