using System.Collections.Frozen;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Contracts.Errors;

/// <summary>Error reasons as <c>google.rpc.ErrorInfo</c> carries them: the value's name without prefix, such as <c>PLAN_NOT_FOUND</c>.</summary>
public static class ErrorReasonNames
{
    /// <summary>The domain of every <c>ErrorInfo</c> of these services.</summary>
    public const string Domain = "slaplatform";

    /// <summary>The trailer that says <c>true</c> when an answer repeats one given before to the same request id.</summary>
    public const string RepeatTrailer = "slaplatform-repeat";

    private const string Prefix = "ERROR_REASON_";

    private static readonly FrozenDictionary<ErrorReason, string> Names = ErrorReasonReflection.Descriptor.EnumTypes[0].Values
        .ToFrozenDictionary(value => (ErrorReason)value.Number, value => value.Name[Prefix.Length..]);

    private static readonly FrozenDictionary<string, ErrorReason> Reasons = Names.ToFrozenDictionary(name => name.Value, name => name.Key);

    /// <summary>The reason's name on the wire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a known reason.</exception>
    public static string ToWireName(this ErrorReason reason) => Names.TryGetValue(reason, out var name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "It is not a known reason.");

    /// <summary>The reason of a name from the wire; unspecified when this version does not know it.</summary>
    public static ErrorReason FromWireName(string name) => Reasons.GetValueOrDefault(name);
}
