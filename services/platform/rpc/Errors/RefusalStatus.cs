using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Rpc.Errors;

/// <summary>
/// Builds the details of a refusal. They travel in trailers, which many clients bound at 8 KiB: what is beyond the budget is counted, not sent.
/// </summary>
internal static class RefusalStatus
{
    public const string ResumeTokenKey = "resume_token";

    private const int MessageCharacters = 600;
    private const int DescriptionCharacters = 400;
    private const int FieldCharacters = 200;
    private const int ViolationBytes = 3500;

    public static Google.Rpc.Status Of(RefusalException refusal)
    {
        var info = new ErrorInfo { Domain = ErrorReasonNames.Domain, Reason = refusal.Reason.ToWireName() };
        foreach (var (key, value) in refusal.Metadata)
        {
            // Half a token is useless, and its service bounds it.
            info.Metadata.Add(key, key == ResumeTokenKey ? value : Cut(value, FieldCharacters));
        }

        var status = new Google.Rpc.Status { Code = (int)refusal.Code, Message = Cut(refusal.Message, MessageCharacters) };
        status.Details.Add(Any.Pack(info));
        Add(status, BadRequestOf(refusal));
        Add(status, PreconditionsOf(refusal));
        Add(status, QuotasOf(refusal));
        if (refusal.RetryAfter is { } delay)
        {
            Add(status, new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) });
        }

        return status;
    }

    private static BadRequest? BadRequestOf(RefusalException refusal)
    {
        if (refusal.Fields.IsEmpty)
        {
            return null;
        }

        var request = new BadRequest();
        var room = ViolationBytes;
        foreach (var field in refusal.Fields)
        {
            var violation = new BadRequest.Types.FieldViolation
            {
                Field = Cut(field.Field, FieldCharacters),
                Description = Cut(field.Description, DescriptionCharacters),
                Reason = field.Reason.ToWireName(),
            };
            room -= violation.CalculateSize();
            if (room < 0)
            {
                var left = refusal.Fields.Length - request.FieldViolations.Count;
                request.FieldViolations.Add(new BadRequest.Types.FieldViolation { Description = $"{left} more violations are not listed; correct these and ask again." });
                break;
            }

            request.FieldViolations.Add(violation);
        }

        return request;
    }

    private static PreconditionFailure? PreconditionsOf(RefusalException refusal) => refusal.Preconditions.IsEmpty
        ? null
        : new PreconditionFailure
        {
            Violations =
            {
                refusal.Preconditions.Select(found => new PreconditionFailure.Types.Violation
                {
                    Type = found.Type,
                    Subject = Cut(found.Subject, FieldCharacters),
                    Description = Cut(found.Description, DescriptionCharacters),
                }),
            },
        };

    private static QuotaFailure? QuotasOf(RefusalException refusal) => refusal.Quotas.IsEmpty
        ? null
        : new QuotaFailure
        {
            Violations =
            {
                refusal.Quotas.Select(found => new QuotaFailure.Types.Violation
                {
                    Subject = Cut(found.Subject, FieldCharacters),
                    Description = Cut(found.Description, DescriptionCharacters),
                }),
            },
        };

    private static void Add(Google.Rpc.Status status, IMessage? detail)
    {
        if (detail is not null)
        {
            status.Details.Add(Any.Pack(detail));
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 3)] + "...";
}
