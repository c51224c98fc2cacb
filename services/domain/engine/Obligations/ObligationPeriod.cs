namespace SlaPlatform.Engine.Obligations;

/// <summary>How often something is owed. Periods are counted from the first day of the term.</summary>
public enum ObligationPeriod
{
    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A civil month.</summary>
    Month,

    /// <summary>Three civil months.</summary>
    Quarter,

    /// <summary>Twelve civil months.</summary>
    Year,
}
