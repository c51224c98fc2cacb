namespace SlaPlatform.Engine.Routing;

/// <summary>Who takes a ticket.</summary>
/// <param name="Queue">The queue or role, such as <c>premium_on_call_engineer</c>.</param>
/// <param name="Person">The person; null when the queue decides.</param>
/// <param name="Explanation">One sentence.</param>
public sealed record Route(string Queue, string? Person, string Explanation)
{
    /// <summary>Whether the queue takes it before those of other plans.</summary>
    public bool Prioritized { get; init; }
}
