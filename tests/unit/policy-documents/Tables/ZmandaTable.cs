namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>Zmanda's terms, written by hand; never copied from what the document gives.</summary>
internal static class ZmandaTable
{
    public const string Text = """
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
}
