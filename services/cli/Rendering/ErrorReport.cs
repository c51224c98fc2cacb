using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Connections;

namespace SlaPlatform.Cli.Rendering;

/// <summary>What went wrong, for people and programs alike.</summary>
/// <param name="Status">The gRPC status such as <c>NOT_FOUND</c>, or <c>USAGE</c>, <c>UNREACHABLE</c>, <c>DEFECT</c>.</param>
/// <param name="Reason">The contracts' reason, such as <c>PLAN_NOT_FOUND</c>; null when there is none.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Violations">Each field that is wrong.</param>
/// <param name="Remedy">What to do; null when the message says it.</param>
/// <param name="Metadata">The reason's own values.</param>
internal sealed record ErrorReport(
    string Status, string? Reason, string Message, IReadOnlyList<ErrorReport.Violation> Violations, string? Remedy, IReadOnlyDictionary<string, string> Metadata)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A field that is wrong.</summary>
    internal sealed record Violation(string Field, string? Reason, string Message);

    public static ErrorReport OfUsage(UsageException exception) =>
        new("USAGE", null, "The command cannot be run as written.", [new(exception.Place, null, exception.Problem)], exception.Remedy, None);

    public static ErrorReport OfUsage(IReadOnlyList<string> messages, string remedy) =>
        new("USAGE", null, messages.Count == 1 ? messages[0] : "The command line cannot be read.", messages.Count == 1 ? [] : [.. messages.Select(message => new Violation("", null, message))], remedy, None);

    public static ErrorReport OfDefect(Exception exception) =>
        new("DEFECT", null, $"The program failed: {exception.Message}", [], "Repeat the command; if it fails again, report it with the command line.", None);

    /// <param name="asked">The service that was asked, and where it should be.</param>
    public static ErrorReport Of(RpcException exception, (PlatformService Service, Uri Url)? asked)
    {
        var status = exception.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        if (exception.StatusCode == StatusCode.Unavailable && info is null && asked is var (service, url))
        {
            return new ErrorReport(
                "UNREACHABLE", null, $"The {service.Name} service does not answer at {url.OriginalString}.", [],
                $"Start the platform with `dotnet run --project apphost`, or say where it is with {service.Variable}.", None);
        }

        var violations = status?.GetDetail<BadRequest>()?.FieldViolations
            .Select(violation => new Violation(violation.Field, violation.Reason is { Length: > 0 } reason ? reason : null, violation.Description)) ?? [];
        var quotas = status?.GetDetail<QuotaFailure>()?.Violations.Select(violation => new Violation(violation.Subject, null, violation.Description)) ?? [];
        var retry = status?.GetDetail<RetryInfo>()?.RetryDelay;
        return new ErrorReport(
            StatusText(exception.StatusCode), info?.Reason, exception.Status.Detail, [.. violations.Concat(quotas)],
            Remedies.For(info?.Reason) ?? ForStatus(exception.StatusCode, retry?.ToTimeSpan()), info?.Metadata ?? (IReadOnlyDictionary<string, string>)None);
    }

    private static string? ForStatus(StatusCode code, TimeSpan? retry) => code switch
    {
        StatusCode.DeadlineExceeded => "Give it more time with --timeout, such as --timeout 2m.",
        StatusCode.Unavailable when retry is { } delay => $"Repeat the command with the same --request-id after {Values.DurationText.Show(NodaTime.Duration.FromTimeSpan(delay))}.",
        StatusCode.Unavailable => "Repeat the command with the same --request-id in a moment.",
        _ => null,
    };

    private static string StatusText(StatusCode code) => Values.EnumWords.Word(code).ToUpperInvariant();
}
