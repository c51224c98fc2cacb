using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Something that was told to the system about a ticket.</summary>
public abstract record Fact
{
    private Fact()
    {
    }

    /// <summary>The fact's name in contracts, documents and explanations.</summary>
    public abstract string Name { get; }

    /// <summary>The ticket was received; always the first fact, never recorded again.</summary>
    public sealed record Opened : Fact
    {
        /// <summary>The plan that the ticket runs under.</summary>
        public required PlanReference Plan { get; init; }

        /// <summary>The level that the customer claims, or null.</summary>
        public int? ClaimedLevel { get; init; }

        /// <summary>The level that support set, or null.</summary>
        public int? VerifiedLevel { get; init; }

        /// <summary>Whether a production environment is concerned; null when the report does not say.</summary>
        public bool? Production { get; init; }

        /// <summary>Whether the service is unusable for the customer; null when the report does not say.</summary>
        public bool? Unusable { get; init; }

        /// <summary>Why the plan's targets do not apply, or null when they do.</summary>
        public string? TargetsExemptReason { get; init; }

        /// <summary>For what support waits on the customer from the opening on, or null.</summary>
        public string? WaitingReason { get; init; }

        /// <summary>No signal is raised for anything due before this; null for no such bound. Historical tickets set it.</summary>
        public Instant? SignalsFrom { get; init; }

        /// <inheritdoc/>
        public override string Name => "opened";
    }

    /// <summary>An agent responded to the customer.</summary>
    public sealed record AgentResponded : Fact
    {
        /// <inheritdoc/>
        public override string Name => "agent_responded";
    }

    /// <summary>The customer replied; ends waiting on the customer.</summary>
    public sealed record CustomerReplied : Fact
    {
        /// <inheritdoc/>
        public override string Name => "customer_replied";
    }

    /// <summary>Support waits for the customer.</summary>
    /// <param name="Reason">For what.</param>
    public sealed record WaitingOnCustomer(string Reason) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "waiting_on_customer";
    }

    /// <summary>Work is paused for another reason.</summary>
    /// <param name="Reason">The reason; plans may name it among the causes that pause a milestone.</param>
    public sealed record Paused(string Reason) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "paused";
    }

    /// <summary>Ends every pause, waiting on the customer included.</summary>
    public sealed record Resumed : Fact
    {
        /// <inheritdoc/>
        public override string Name => "resumed";
    }

    /// <summary>Support verified and reproduced the error.</summary>
    /// <param name="Cause">Whose error it is (<c>vendor</c>, <c>customer</c>, <c>third_party</c>), or null when not yet known.</param>
    public sealed record Confirmed(string? Cause) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "confirmed";
    }

    /// <summary>The ticket is with another line of support.</summary>
    /// <param name="Line">The line: see <see cref="SupportLines"/>.</param>
    public sealed record HandedOver(string Line) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "handed_over";
    }

    /// <summary>A claimed or a verified severity level was set anew.</summary>
    public sealed record SeverityChanged : Fact
    {
        /// <summary>The customer's new claim, or null.</summary>
        public int? ClaimedLevel { get; init; }

        /// <summary>The vendor's new level, or null.</summary>
        public int? VerifiedLevel { get; init; }

        /// <summary>Why.</summary>
        public required string Reason { get; init; }

        /// <summary>Who changed it.</summary>
        public required string Actor { get; init; }

        /// <summary>The authorized contact that agreed to the vendor's level, or null while none has.</summary>
        public string? AgreedBy { get; init; }

        /// <inheritdoc/>
        public override string Name => "severity_changed";
    }

    /// <summary>The ticket was moved to another plan, revision or reading.</summary>
    /// <param name="Plan">The new plan.</param>
    public sealed record PlanChanged(PlanReference Plan) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "plan_changed";
    }

    /// <summary>A workaround was provided.</summary>
    public sealed record WorkaroundProvided : Fact
    {
        /// <inheritdoc/>
        public override string Name => "workaround_provided";
    }

    /// <summary>The ticket is not covered, under a clause of the policy.</summary>
    /// <param name="Clause">The clause's id in the policy.</param>
    /// <param name="Evidence">What shows it.</param>
    public sealed record Excluded(string Clause, string Evidence) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "excluded";
    }

    /// <summary>An exclusion was lifted.</summary>
    /// <param name="Clause">The clause's id in the policy.</param>
    public sealed record ExclusionLifted(string Clause) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "exclusion_lifted";
    }

    /// <summary>The ticket was resolved.</summary>
    /// <param name="Release">The release that brings the fix, or null for another solution; it meets what is promised with the next routine release.</param>
    public sealed record Resolved(string? Release = null) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "resolved";
    }

    /// <summary>A resolved or closed ticket was opened again.</summary>
    public sealed record Reopened : Fact
    {
        /// <inheritdoc/>
        public override string Name => "reopened";
    }

    /// <summary>The ticket was closed.</summary>
    public sealed record Closed : Fact
    {
        /// <inheritdoc/>
        public override string Name => "closed";
    }

    /// <summary>The ticket goes on in another one.</summary>
    /// <param name="Into">The other ticket's id.</param>
    public sealed record Merged(string Into) : Fact
    {
        /// <inheritdoc/>
        public override string Name => "merged";
    }
}
