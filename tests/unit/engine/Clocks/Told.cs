using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks;

/// <summary>Short names for facts.</summary>
internal static class Told
{
    public static Fact Answer => new Fact.AgentResponded();

    public static Fact Reply => new Fact.CustomerReplied();

    public static Fact Waiting => new Fact.WaitingOnCustomer("logs");

    public static Fact Resume => new Fact.Resumed();

    public static Fact Workaround => new Fact.WorkaroundProvided();

    public static Fact Resolved => new Fact.Resolved();

    public static Fact Reopened => new Fact.Reopened();

    public static Fact Closed => new Fact.Closed();

    public static Fact Pause(string reason = "vendor") => new Fact.Paused(reason);

    public static Fact Confirmed(string? cause = "vendor") => new Fact.Confirmed(cause);

    public static Fact To(string line) => new Fact.HandedOver(line);

    public static Fact Claim(int level) => new Fact.SeverityChanged { ClaimedLevel = level, Reason = "test", Actor = "customer" };

    public static Fact Verify(int level, string? agreedBy = null) =>
        new Fact.SeverityChanged { VerifiedLevel = level, Reason = "test", Actor = "support", AgreedBy = agreedBy };

    public static Fact Exclude(string clause = "clause") => new Fact.Excluded(clause, "seen");

    public static Fact Lift(string clause = "clause") => new Fact.ExclusionLifted(clause);

    public static Fact Move(string plan) => new Fact.PlanChanged(Policies.PolicyBuilder.Reference(plan));
}
