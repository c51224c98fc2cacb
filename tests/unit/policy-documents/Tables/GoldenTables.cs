namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>The vendors' terms, written by hand; never copied from what the documents give.</summary>
internal static class GoldenTables
{
    public const string Domo = """
        calendar around-the-clock: always
        calendar business-hours: Monday 07:00-18:00 Tuesday 07:00-18:00 Wednesday 07:00-18:00 Thursday 07:00-18:00 Friday 07:00-18:00, America/Denver, a day is 11h, overridable
        ladder support-management: Support manager, Director of support, Head of customer support

        plan standard
        contacts 2, only contacts open, channels email portal web, others refused
        never closes
        has authorized-contacts: 2
        has community
        has knowledge-base
        1 initial_response: best_effort
        1 follow_up: best_effort
        2 initial_response: best_effort
        2 follow_up: best_effort
        3 initial_response: best_effort
        3 follow_up: best_effort
        3 resolution: best_effort

        plan bronze
        contacts 2, only contacts open, channels email phone portal web, others refused
        never closes
        has authorized-contacts: 2
        has certifications
        has community
        has elearning-library
        has knowledge-base
        has phone-support
        has virtual-courses
        1 initial_response: best_effort
        1 follow_up: best_effort
        2 initial_response: best_effort
        2 follow_up: best_effort
        3 initial_response: best_effort
        3 follow_up: best_effort
        3 resolution: best_effort

        plan silver
        contacts 2, only contacts open, channels email phone portal web, others refused
        never closes
        has authorized-contacts: 2
        has certifications
        has community
        has elearning-library
        has knowledge-base
        has phone-support
        has senior-advisor
        has virtual-courses
        1 initial_response: within 6h on around-the-clock from received
        1 follow_up: every 32h on around-the-clock from agent_responded
        1 escalation: support-management on breach of initial_response follow_up
        2 initial_response: within 10h on around-the-clock from opening of business-hours after received
        2 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        2 escalation: support-management on breach of initial_response follow_up
        3 initial_response: within 14h on around-the-clock from opening of business-hours after received
        3 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        3 resolution: best_effort
        3 escalation: support-management on breach of initial_response follow_up

        plan gold
        contacts 3, only contacts open, channels email phone portal web, others refused
        never closes
        has advisor-instance-access: "Optional"
        has authorized-contacts: 3
        has certifications
        has community
        has elearning-library
        has knowledge-base
        has named-advisor
        has phone-support
        has private-training: 4 sessions a contract_year
        has proactive-maintenance
        has senior-advisor
        has service-days: 3 days a contract_year, a day is 8h
        has virtual-courses
        1 initial_response: within 4h on around-the-clock from received
        1 follow_up: every 32h on around-the-clock from agent_responded
        1 escalation: support-management on breach of initial_response follow_up
        2 initial_response: within 8h on around-the-clock from opening of business-hours after received
        2 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        2 escalation: support-management on breach of initial_response follow_up
        3 initial_response: within 12h on around-the-clock from opening of business-hours after received
        3 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        3 resolution: best_effort
        3 escalation: support-management on breach of initial_response follow_up

        plan platinum
        contacts 10, only contacts open, channels email phone portal web, others refused
        never closes
        has advisor-instance-access: "Optional"
        has authorized-contacts: 10
        has certifications
        has community
        has elearning-library
        has knowledge-base
        has named-advisor
        has phone-support
        has private-training: 8 sessions a contract_year
        has proactive-maintenance
        has senior-advisor
        has service-days: 10 days a contract_year, a day is 8h
        has virtual-courses
        has weekly-metrics
        has weekly-tickets
        1 initial_response: within 2h on around-the-clock from received
        1 follow_up: every 24h on around-the-clock from agent_responded
        1 escalation: support-management on breach of initial_response follow_up
        2 initial_response: within 6h on around-the-clock from opening of business-hours after received
        2 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        2 escalation: support-management on breach of initial_response follow_up
        3 initial_response: within 10h on around-the-clock from opening of business-hours after received
        3 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        3 resolution: best_effort
        3 escalation: support-management on breach of initial_response follow_up

        plan diamond
        contacts 15, only contacts open, channels email phone portal web, others refused
        never closes
        has advisor-instance-access: "Optional"
        has authorized-contacts: 15
        has beta-and-consulting
        has certifications
        has community
        has dedicated-phone-line
        has development-priority
        has elearning-library
        has governance-strategy
        has knowledge-base
        has named-advisor
        has phone-support
        has private-training: 12 sessions a contract_year
        has proactive-maintenance
        has senior-advisor
        has service-days: 25 days a contract_year, a day is 8h
        has virtual-courses
        has weekly-metrics
        has weekly-tickets
        1 initial_response: within 1h on around-the-clock from received
        1 follow_up: every 24h on around-the-clock from agent_responded
        1 escalation: support-management on breach of initial_response follow_up
        2 initial_response: within 4h on around-the-clock from opening of business-hours after received
        2 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        2 escalation: support-management on breach of initial_response follow_up
        3 initial_response: within 8h on around-the-clock from opening of business-hours after received
        3 follow_up: every 72h on around-the-clock from opening of business-hours after agent_responded
        3 resolution: best_effort
        3 escalation: support-management on breach of initial_response follow_up
        """;

    public const string Collibra = """
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

    public const string Zmanda = """
        calendar around-the-clock: always
        calendar weekday-hours: Monday 08:00-17:00 Tuesday 08:00-17:00 Wednesday 08:00-17:00 Thursday 08:00-17:00 Friday 08:00-17:00, account, a day is 9h
        calendar weekdays: Monday 00:00-24:00 Tuesday 00:00-24:00 Wednesday 00:00-24:00 Thursday 00:00-24:00 Friday 00:00-24:00, account, a day is 24h

        plan community
        channels email, others refused
        never closes
        has email: "Best effort"
        1 initial_response: best_effort
        2 initial_response: best_effort
        3 initial_response: best_effort
        4 initial_response: best_effort

        plan standard
        channels phone web, others refused
        never closes
        has api-documentation
        has getting-started
        has global-search
        has knowledge-base
        has onboarding: "Self-service"
        has patches
        has phone
        has product-documentation
        has support-hours: "Mon-Fri 08:00-17:00, local time"
        has ticket-history
        has training: "Recorded training"
        has upgrades
        has web
        1 initial_response: within 1h on weekday-hours from received
        2 initial_response: within 3h on weekday-hours from received
        3 initial_response: within 8h on weekday-hours from received
        4 initial_response: within 24h on weekday-hours from received

        plan premium
        channels account_manager phone web, others refused
        never closes
        has account-manager
        has api-documentation
        has getting-started
        has global-search
        has knowledge-base
        has onboarding: "Premium help"
        has patches
        has phone
        has product-documentation
        has support-hours: "24 x 7 x 365"
        has ticket-history
        has training: "Custom training"
        has upgrades
        has web
        1 initial_response: within 15m on weekdays from received
        2 initial_response: within 1h on weekdays from received
        3 initial_response: within 4h on weekdays from received
        4 initial_response: within 8h on weekdays from received

        plan trial
        channels account_manager phone web, others refused, then community
        never closes
        has account-manager
        has phone
        has support-hours: "24 x 7 x 365"
        has web
        1 initial_response: within 15m on weekdays from received
        2 initial_response: within 1h on weekdays from received
        3 initial_response: within 4h on weekdays from received
        4 initial_response: within 8h on weekdays from received
        """;

    public const string Xtm = """
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
