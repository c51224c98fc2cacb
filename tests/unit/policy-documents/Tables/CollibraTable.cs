namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>Collibra's terms, written by hand; never copied from what the document gives.</summary>
internal static class CollibraTable
{
    public const string Text = """
        calendar around-the-clock: always
        calendar premium-hours: Monday 00:00-24:00 Tuesday 00:00-24:00 Wednesday 00:00-24:00 Thursday 00:00-24:00 Friday 00:00-24:00, account, a day is 24h, takes holidays
        calendar standard-hours: Monday 09:00-18:00 Tuesday 09:00-18:00 Wednesday 09:00-18:00 Thursday 09:00-18:00 Friday 09:00-18:00, account, a day is 9h, takes holidays

        plan standard
        channels email phone portal, others refused
        never closes
        has email-and-phone: "By contract"
        has portal
        has support-hours: "Mon-Fri 09:00-18:00, region zone"
        1 initial_response: within 2h on standard-hours from received
        2 initial_response: within 4h on standard-hours from received
        3 initial_response: within 1 business_day on standard-hours from received

        plan premium
        channels email phone portal, others refused
        never closes
        has email-and-phone: "By contract"
        has operations-review: 2 reviews a year
        has portal
        has priority-routing
        has subscription: "Annual"
        has support-cadence: 1 meetings a month
        has support-engineer
        has support-hours: "Mon-Fri, 24 hours, region zone"
        has support-snapshot: 1 snapshots a month
        1 initial_response: within 15m on premium-hours from received
        1 resolution: within 72h on around-the-clock from later of received and confirmed, paused by waiting_on_customer, when unusable production cause:vendor, or a workaround
        2 initial_response: within 2h on premium-hours from received
        3 initial_response: within 4h on premium-hours from received
        """;
}
