using Google.Protobuf.Reflection;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Fields that the contracts say are not read, or not there, so that what is bad in them need not be refused.</summary>
internal static class IgnoredFields
{
    private static readonly HashSet<string> Known =
    [
        "Account.standing", "Account.suspend_reason", "Account.version", "Account.create_time", "Account.update_time",
        "Contact.create_time",
        "Subscription.state", "Subscription.cancel_time", "Subscription.create_time",
        "BusinessCalendar.name", "Assignment.name", "Occasion.name", "Sunset.name", "Release.name", "Release.etag", "FixedTicket.delivery", "FixedTicket.refusal", "Instance.name",
        "MaintenanceWindow.name", "MaintenanceWindow.cancel_time", "MaintenanceWindow.etag",
        "Downtime.name", "Downtime.ticket", "Downtime.exclusion", "Downtime.evidence", "Downtime.etag", "Downtime.exclusions",
        "CreateAccountRequest.account.name", "CreateAccountRequest.account.etag", "AddContactRequest.contact.name", "AddContactRequest.contact.etag",
        "CreateSubscriptionRequest.subscription.name", "CreateSubscriptionRequest.subscription.etag",
        "CheckEntitlementRequest.language",
        "PlanChanged.document_sha256",

        // What the mask does not name stays as it is, and these it cannot name.
        "UpdateContactRequest.contact.kind", "UpdateSubscriptionRequest.subscription.start_date", "UpdateSubscriptionRequest.subscription.end_date",
        "UpdateSubscriptionRequest.subscription.trial_end_date",

        // Triage reads the report, and is asked by the clock.
        "OpenTicketRequest.report",

        // A story that a scenario does not take is told of in the report.
        "StoryList.stories",
    ];

    public static bool Holds(MessageDescriptor request, string path)
    {
        var (type, whole) = (request, request.Name);
        foreach (var part in FieldPaths.Parts(path))
        {
            var field = type.FindFieldByName(part);
            whole += $".{part}";
            if (field is null || Known.Contains($"{type.Name}.{part}") || Known.Contains(whole))
            {
                return true;
            }

            type = field.IsMap ? field.MessageType.FindFieldByNumber(2) is { FieldType: FieldType.Message } value ? value.MessageType : type
                : field.FieldType == FieldType.Message ? field.MessageType : type;
        }

        return false;
    }
}
