using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Replay;

/// <summary>What a state of the log says about the ticket.</summary>
internal abstract record StateMeaning
{
    private StateMeaning()
    {
    }

    /// <summary>Nobody has worked on it yet.</summary>
    public sealed record New : StateMeaning;

    /// <summary>Support works on it.</summary>
    public sealed record Work : StateMeaning;

    /// <summary>Support waits for the customer.</summary>
    public sealed record Waiting(string Reason) : StateMeaning;

    /// <summary>It waits for something else.</summary>
    public sealed record Paused(string Reason) : StateMeaning;

    /// <summary>It is resolved.</summary>
    public sealed record Resolved : StateMeaning;

    /// <summary>It is closed.</summary>
    public sealed record Closed : StateMeaning;

    /// <summary>Reads <c>work</c>, <c>waiting_on_customer</c>, <c>paused:vendor</c> and so on.</summary>
    public static StateMeaning Parse(string place, string text)
    {
        var parts = text.Split(':', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : null) switch
        {
            ("new", null) => new New(),
            ("work", null) => new Work(),
            ("waiting_on_customer", var reason) => new Waiting(reason ?? ""),
            ("paused", { Length: > 0 } reason) => new Paused(reason),
            ("resolved", null) => new Resolved(),
            ("closed", null) => new Closed(),
            _ => throw new UsageException(place, $"'{text}' is not the meaning of a state.", "Use new, work, waiting_on_customer, paused:<reason>, resolved or closed."),
        };
    }
}
