namespace SlaPlatform.Rpc.Errors;

/// <summary>A state that does not allow what was asked.</summary>
/// <param name="Type">The reason's name on the wire.</param>
/// <param name="Subject">The resource whose state it is.</param>
/// <param name="Description">What must change before asking again.</param>
public sealed record PreconditionViolation(string Type, string Subject, string Description);
