using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Judges how a bad request was answered.</summary>
internal static partial class Verdict
{
    // Many clients take no more in trailers.
    private const int TrailerBytes = 8 * 1024;

    private static readonly StatusCode[] Orderly =
    [
        StatusCode.InvalidArgument, StatusCode.NotFound, StatusCode.FailedPrecondition, StatusCode.AlreadyExists, StatusCode.OutOfRange, StatusCode.Aborted, StatusCode.PermissionDenied,
        StatusCode.ResourceExhausted,
    ];

    /// <summary>What is wrong with an answer; nothing when it is as it should be.</summary>
    public static IEnumerable<string> Of(MessageDescriptor request, Demand demand, Google.Rpc.Status answer)
    {
        // Items of a stream of facts are refused as the call of their own would be, and so are their fields.
        request = request.FindFieldByName("item")?.MessageType ?? request;
        var code = (StatusCode)answer.Code;
        if (code == StatusCode.OK)
        {
            return demand.Kind is DemandKind.Refused or DemandKind.Unreadable ? ["it was answered; it should be refused"] : [];
        }

        if (!Orderly.Contains(code))
        {
            return [$"{code}: {answer.Message}"];
        }

        var info = answer.GetDetail<ErrorInfo>();
        return Refusal(request, code, answer, info, demand.Kind == DemandKind.Unreadable).Concat(Expected(demand, answer, info)).Select(fault => $"{fault} ({code} {info?.Reason}: {answer.Message})");
    }

    private static IEnumerable<string> Expected(Demand demand, Google.Rpc.Status answer, ErrorInfo? info)
    {
        if (demand.Kind == DemandKind.Answered)
        {
            yield return "it was refused; it should be answered";
        }
        else if (demand.Reason != ErrorReason.Unspecified && info?.Reason != demand.Reason.ToWireName() && answer.GetDetail<BadRequest>()?.FieldViolations.Any(found => found.Reason == demand.Reason.ToWireName()) != true)
        {
            yield return $"the reason should be {demand.Reason.ToWireName()}";
        }
    }

    private static IEnumerable<string> Refusal(MessageDescriptor request, StatusCode code, Google.Rpc.Status answer, ErrorInfo? info, bool isUnreadable)
    {
        if (info is null || info.Domain != ErrorReasonNames.Domain || ErrorReasonNames.FromWireName(info.Reason) == ErrorReason.Unspecified)
        {
            yield return "it has no reason of the table";
        }

        var violations = answer.GetDetail<BadRequest>()?.FieldViolations.ToList() ?? [];
        if (code == StatusCode.InvalidArgument && violations.Count == 0)
        {
            yield return "it names no field";
        }

        foreach (var found in violations.Where(found => !IsRest(found) && !isUnreadable))
        {
            if (!request.Has(found.Field))
            {
                yield return $"'{found.Field}' is no field of {request.Name}";
            }

            if (found.Description.Length == 0 || ErrorReasonNames.FromWireName(found.Reason) == ErrorReason.Unspecified)
            {
                yield return $"'{found.Field}' lacks a description or a reason";
            }
        }

        if (violations.Select(found => found.Description).Prepend(answer.Message).FirstOrDefault(text => text.Length == 0 || Inside().IsMatch(text)) is { } bad)
        {
            yield return $"a text is empty or shows the inside: '{bad}'";
        }

        if (Size(answer) is var size && size > TrailerBytes)
        {
            yield return $"its trailers have {size} bytes";
        }
    }

    private static bool IsRest(BadRequest.Types.FieldViolation found) => found.Field.Length == 0 && found.Description.Contains("more violations", StringComparison.Ordinal);

    // As HTTP/2 carries it: the details in base 64, the message percent-encoded.
    private static int Size(Google.Rpc.Status answer) =>
        (answer.CalculateSize() * 4 / 3) + Encoding.UTF8.GetBytes(answer.Message).Sum(character => character is >= 0x20 and < 0x7F and not (byte)'%' ? 1 : 3);

    [GeneratedRegex(@"\b[A-Z]\w*Exception\b|\s+at \w+(\.\w+)+\(|\b(System|Microsoft|Grpc|Npgsql|NodaTime|Orleans|StackExchange|YamlDotNet)\.[A-Z]|SQLite Error|\b\d[0-9A-Z]{4}: ")]
    private static partial Regex Inside();
}
