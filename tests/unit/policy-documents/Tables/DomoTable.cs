namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>Domo's terms, written by hand; never copied from what the document gives.</summary>
internal static class DomoTable
{
    public const string Text = """
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
}
