namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>A value that a field is given.</summary>
/// <param name="What">What it is, in a failed test's words.</param>
/// <param name="Value">The value.</param>
/// <param name="Demand">What the answer must be.</param>
internal sealed record BadValue(string What, object Value, Demand Demand)
{
    public BadValue(string what, object value) : this(what, value, Demand.Orderly)
    {
    }
}
