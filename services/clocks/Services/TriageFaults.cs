using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Clocks.Services;

/// <summary>What triage refuses, in the fields of the request to open a ticket.</summary>
internal static class TriageFaults
{
    /// <summary>The faults that triage found, or null when it refused for another reason.</summary>
    /// <param name="refusal">What it answered.</param>
    /// <param name="field">The field that holds the request to open; empty for the request itself.</param>
    public static RefusalException? Of(RpcException refusal, string field)
    {
        var faults = refusal.StatusCode == StatusCode.InvalidArgument ? refusal.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations : null;
        return faults is null or [] ? null : Refusals.InvalidArgument(faults.Select(fault => new FieldViolation(FieldPath.Join(field, FieldOf(fault.Field)), fault.Description, ReasonOf(fault.Reason))));
    }

    private static string FieldOf(string field) => field == "verified_level" ? "level" : field;

    private static ErrorReason ReasonOf(string name) => ErrorReasonNames.FromWireName(name) is not ErrorReason.Unspecified and var reason ? reason : ErrorReason.InvalidRequest;
}
