using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using DomainStanding = SlaPlatform.Engine.Entitlements.Standing;

namespace SlaPlatform.Entitlements.Accounts;

/// <summary>Accounts as the contract shows them.</summary>
internal static class AccountMapping
{
    public static Account ToWire(this AccountRow row) => new()
    {
        Name = new AccountName(row.Id).Format(),
        DisplayName = row.DisplayName,
        Standing = row.Standing == DomainStanding.Good ? Standing.Good : Standing.Suspended,
        SuspendReason = row.SuspendReason,
        Version = row.Version,
        CreateTime = row.CreateTime.ToTimestamp(),
        UpdateTime = row.UpdateTime.ToTimestamp(),
        Etag = Etags.Of(row.Revision),
    };
}
