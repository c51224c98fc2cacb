using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

/// <summary>One fault of a request.</summary>
/// <param name="Field">Path of the field as the proto spells it, such as <c>inline_calendar.windows[2].close</c>; indexes count from zero.</param>
/// <param name="Description">One sentence: what was wrong, with the value, and what to do instead.</param>
/// <param name="Reason">What sort of fault it is; sent for each violation.</param>
public sealed record FieldViolation(string Field, string Description, ErrorReason Reason)
{
    /// <summary>The most characters or items that the field may hold; null for faults of another sort.</summary>
    public int? Limit { get; init; }


    /// <summary>The violation of a domain check, under the path of the field that held the value.</summary>
    /// <param name="violation">What the domain found.</param>
    /// <param name="reason">What sort of fault it is.</param>
    /// <param name="parent">The path in front, such as <c>inline_calendar</c>; empty for none.</param>
    public static FieldViolation Of(Violation violation, ErrorReason reason, string parent = "") =>
        new(FieldPath.Join(parent, violation.Field), violation.Description, reason);
}
