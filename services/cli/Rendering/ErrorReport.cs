using System.Text.Json.Serialization;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Cli.Typing;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Cli.Rendering;

/// <summary>What went wrong, for people and programs alike.</summary>
/// <param name="Status">The gRPC status such as <c>NOT_FOUND</c>, or <c>USAGE</c>, <c>UNREACHABLE</c>, <c>DEFECT</c>.</param>
/// <param name="Reason">The contracts' reason, such as <c>PLAN_NOT_FOUND</c>; null when there is none.</param>
/// <param name="Message">One sentence, as the platform says it.</param>
/// <param name="Violations">Each field that is wrong.</param>
/// <param name="Remedy">What to do; null when the message says it.</param>
/// <param name="Metadata">The reason's own values.</param>
internal sealed record ErrorReport(
    string Status, string? Reason, string Message, IReadOnlyList<ErrorViolation> Violations, string? Remedy, IReadOnlyDictionary<string, string> Metadata)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The same for people: each fault once, at the place where it was typed.</summary>
    [JsonIgnore]
    public ErrorSpeech Speech { get; private init; } = new(Message, []);

    public static ErrorReport OfUsage(UsageException exception) =>
        new("USAGE", null, "The command cannot be run as written.", [new(exception.Place, exception.Place, null, exception.Problem)], exception.Remedy, None)
        {
            Speech = new($"{exception.Place}: {exception.Problem}", []),
        };

    public static ErrorReport OfUsage(IReadOnlyList<string> messages, string remedy) =>
        new("USAGE", null, messages.Count == 1 ? messages[0] : "The command line cannot be read.", messages.Count == 1 ? [] : [.. messages.Select(message => new ErrorViolation("", "", null, message))], remedy, None)
        {
            Speech = messages.Count == 1 ? new(messages[0], []) : new("The command line cannot be read.", messages),
        };

    public static ErrorReport OfDefect(Exception exception) =>
        new("DEFECT", null, $"The program failed: {exception.Message}", [], "Repeat the command; if it fails again, report it with the command line.", None);

    /// <param name="exception">The failed call.</param>
    /// <param name="asked">The service that was asked, and where it should be.</param>
    /// <param name="names">What was typed for the fields of the request.</param>
    public static ErrorReport Of(RpcException exception, (PlatformService Service, Uri Url)? asked, ITypedNames names)
    {
        var status = exception.GetRpcStatus();
        var info = exception.GetErrorInfo();
        if (exception.StatusCode == StatusCode.Unavailable && info is null && asked is var (service, url))
        {
            return new ErrorReport(
                "UNREACHABLE", null, $"The {service.Name} service does not answer at {url.OriginalString}.", [],
                $"Start the platform with `dotnet run --project apphost`, or say where it is with {GlobalOptions.PortBase.Name} or {service.Variable}.", None);
        }

        var message = exception.Status.Detail is { Length: > 0 } detail ? detail : $"{Named(asked)} {WithoutText(exception.StatusCode)}";
        var faults = status?.GetDetail<BadRequest>()?.FieldViolations
            .Select(fault => (Place: names.Of(fault.Field), Violation: new ErrorViolation(fault.Field, names.Of(fault.Field).Name, fault.Reason is { Length: > 0 } reason ? reason : null, fault.Description)))
            .ToArray() ?? [];
        var quotas = status?.GetDetail<QuotaFailure>()?.Violations.Select(violation => new ErrorViolation(violation.Subject, violation.Subject, null, violation.Description)) ?? [];
        var retry = status?.GetDetail<RetryInfo>()?.RetryDelay;
        return new ErrorReport(
            StatusText(exception.StatusCode), info?.Reason, message, [.. faults.Select(fault => fault.Violation), .. quotas],
            Remedies.For(info?.Reason) ?? ForStatus(exception.StatusCode, retry?.ToTimeSpan()), info?.Metadata ?? (IReadOnlyDictionary<string, string>)None)
        {
            Speech = faults.Length > 0 ? ErrorSpeech.Of(faults, info?.Reason) : ErrorSpeech.Of(message, info, names),
        };
    }

    private static string Named((PlatformService Service, Uri Url)? asked) =>
        asked is var (service, url) ? $"The {service.Name} service at {url.OriginalString}" : "The platform";

    // A deadline that passes here leaves no text, as nobody answered.
    private static string WithoutText(StatusCode code) =>
        code == StatusCode.DeadlineExceeded ? "did not answer in time." : $"answered {StatusText(code)} and said no more.";

    private static string? ForStatus(StatusCode code, TimeSpan? retry) => code switch
    {
        StatusCode.DeadlineExceeded => "Give it more time with --timeout, such as --timeout 2m.",
        StatusCode.Unavailable when retry is { } delay => $"Repeat the command with the same --request-id after {Values.DurationText.Show(NodaTime.Duration.FromTimeSpan(delay))}.",
        StatusCode.Unavailable => "Repeat the command with the same --request-id in a moment.",
        _ => null,
    };

    private static string StatusText(StatusCode code) => Values.EnumWords.Word(code).ToUpperInvariant();
}
