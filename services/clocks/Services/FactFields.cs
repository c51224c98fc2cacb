using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Clocks.Services;

/// <summary>Where a request holds a fact that the engine takes.</summary>
/// <param name="Fact">The field of the fact's body.</param>
/// <param name="Time">The field of its effective time.</param>
internal sealed record FactFields(string Fact, string Time)
{
    /// <summary>The request's field for a field of the engine's refusal.</summary>
    public string Of(RefusalKind kind, string field) => (kind, field) switch
    {
        (_, "effective_time") => Time,
        (not RefusalKind.InvalidValue, _) or (_, "plan") => Fact,
        _ => FieldPath.Join(Fact, field),
    };
}
