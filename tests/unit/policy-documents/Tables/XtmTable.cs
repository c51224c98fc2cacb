namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>XTM's terms, written by hand; never copied from what the document gives.</summary>
internal static class XtmTable
{
    public const string Text = """
        calendar 24x5: Monday 08:00-24:00 Tuesday 00:00-24:00 Wednesday 00:00-24:00 Thursday 00:00-24:00 Friday 00:00-24:00 Saturday 00:00-08:00, Europe/Warsaw, a day is 24h
        calendar 24x7: always
        calendar developers: Monday 08:30-17:00 Tuesday 08:30-17:00 Wednesday 08:30-17:00 Thursday 08:30-17:00 Friday 08:30-17:00, Europe/Warsaw, a day is 8h30m
        calendar maintenance: Friday 18:00-24:00 Saturday 00:00-24:00 Sunday 00:00-24:00, Europe/Warsaw
        calendar third-line: Monday 08:00-12:00 Monday 13:00-17:00 Tuesday 08:00-12:00 Tuesday 13:00-17:00 Wednesday 08:00-12:00 Wednesday 13:00-17:00 Thursday 08:00-12:00 Thursday 13:00-17:00 Friday 08:00-12:00 Friday 13:00-17:00, Europe/Warsaw, a day is 8h
        ladder management: Customer success consultant, Support manager, VP client office / VP sales, CEO

        plan basic
        named e-mail users 0, channels portal, others untimed
        closes after 14 calendar_days on 24x5, warns 48h before
        has auto-close: "After 14 days"
        has named-email-users: 0
        has p1-support-hours: "24 x 5"
        has portal
        has success-consultant
        has support-hours: "24 x 5"
        has tam-hours: 0 hours a month, in steps of 0.25
        1 initial_response: within 30m on 24x5 from received
        1 resolution: within 2h on 24x5 from received, paused by waiting_on_customer, development counts developers
        2 initial_response: automatic
        3 initial_response: automatic
        4 initial_response: automatic

        plan silver
        named e-mail users 5, channels email(named_email_user) portal, others untimed
        never closes
        has account-manager
        has auto-close: "Never"
        has business-reviews: 2 reviews a year
        has escalation-path
        has named-email-users: 5
        has p1-support-hours: "24 x 5"
        has portal
        has success-consultant
        has support-hours: "24 x 5"
        has tam-hours: 4 hours a month, in steps of 0.25
        1 initial_response: within 30m on 24x5 from received
        1 update: every 1h on 24x5 from agent_responded
        1 resolution: within 2h on 24x5 from received, paused by waiting_on_customer, development counts developers
        1 escalation: management on breach of any
        2 initial_response: within 1h on 24x5 from received
        2 update: every 1 business_day on 24x5 from agent_responded
        2 resolution: within 3 business_days on 24x5 from received, paused by waiting_on_customer, development counts developers
        2 escalation: management on breach of any
        3 initial_response: automatic
        3 update: every 5 business_days on 24x5 from agent_responded
        3 resolution: within 7 business_days on 24x5 from received, paused by waiting_on_customer, development counts developers
        3 escalation: management on breach of any
        4 initial_response: automatic
        4 update: every 1 month on 24x5 from agent_responded
        4 resolution: next_routine_release
        4 escalation: management on breach of any

        plan gold
        named e-mail users 20, channels email(named_email_user) portal, others untimed
        never closes
        has account-manager: "Dedicated"
        has auto-close: "Never"
        has availability: 99.5 % a month, else 10 % back
        has business-reviews: 1 reviews a quarter
        has escalation-path
        has leadership-sponsor
        has named-email-users: 20
        has p1-support-hours: "24 x 7"
        has portal
        has release-demonstrations
        has success-consultant
        has support-hours: "24 x 5"
        has tam-hours: 12 hours a month, in steps of 0.25
        1 initial_response: within 30m on 24x7 from received
        1 update: every 1h on 24x7 from agent_responded
        1 resolution: within 2h on 24x7 from received, paused by waiting_on_customer, development counts developers
        1 escalation: management every 30m on 24x7 with resolution
        2 initial_response: within 1h on 24x5 from received
        2 update: every 4h on 24x5 from agent_responded
        2 resolution: within 3 calendar_days on 24x5 from received, paused by waiting_on_customer, development counts developers
        2 escalation: management every 4h on 24x5 with resolution
        3 initial_response: within 2h on 24x5 from received
        3 update: every 1 business_day on 24x5 from agent_responded
        3 resolution: within 7 calendar_days on 24x5 from received, paused by waiting_on_customer, development counts developers
        3 escalation: management not applicable
        4 initial_response: within 4h on 24x5 from received
        4 update: every 10 business_days on 24x5 from agent_responded
        4 resolution: next_routine_release
        4 escalation: management not applicable
        """;
}
