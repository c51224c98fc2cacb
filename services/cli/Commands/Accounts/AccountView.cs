using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary>Accounts for people.</summary>
internal static class AccountView
{
    public static Grid Of(Account account, DateTimeZone zone) => Tables.Facts(
        ("account", ShortNames.Last(account.Name)),
        ("name", account.DisplayName),
        ("standing", EnumWords.Show(account.Standing)),
        ("suspended because", account.SuspendReason),
        ("created", MilestoneView.Time(account.CreateTime, zone)),
        ("etag", account.Etag));

    public static Table Of(IEnumerable<Account> accounts)
    {
        var table = Tables.Create(null, "account", "name", "standing");
        foreach (var account in accounts)
        {
            table.Row(ShortNames.Last(account.Name), account.DisplayName, EnumWords.Show(account.Standing));
        }

        return table;
    }
}
