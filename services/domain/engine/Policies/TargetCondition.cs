namespace SlaPlatform.Engine.Policies;

/// <summary>Something that the report or a later fact must say for a target to be owed.</summary>
public abstract record TargetCondition
{
    private TargetCondition()
    {
    }

    /// <summary>The report concerns a production environment.</summary>
    public sealed record Production : TargetCondition;

    /// <summary>The report says that the service is unusable for the customer.</summary>
    public sealed record Unusable : TargetCondition;

    /// <summary>The confirmed cause is the named one (<c>vendor</c>); until a cause is confirmed it is not established.</summary>
    /// <param name="Cause">The cause that makes the target owed.</param>
    public sealed record ConfirmedCause(string Cause) : TargetCondition;
}
