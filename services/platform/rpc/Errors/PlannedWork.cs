namespace SlaPlatform.Rpc.Errors;

/// <summary>The planned pieces of work that bring what is not served yet, as messages name them.</summary>
public static class PlannedWork
{
    /// <summary>Allowances, exclusions, availability and the publishing of policies.</summary>
    public const string Coverage = "Coverage";

    /// <summary>The rest of the clock's operation.</summary>
    public const string Clock = "Clock";
}
