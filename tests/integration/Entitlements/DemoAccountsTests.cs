using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Entitlements;

public sealed class DemoAccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_EmptyDatabase_MakesOneAccountForEachPlanThatMayAskAtOnce()
    {
        var host = new EntitlementsHost { SeedsDemoAccounts = true };
        await using var cleanup = host;
        await host.InitializeAsync();

        var accounts = await SeededAsync(host, 15);

        Assert.Contains("accounts/acme-domo-diamond", accounts);
        Assert.Contains("accounts/acme-zmanda-trial", accounts);
        var check = await host.Client.CheckEntitlementAsync(Given.Check("accounts/acme-xtm-gold", Channel.Email, "eve"), cancellationToken: Cancel);
        Assert.Equal((true, true), (check.Allowed, check.TargetsApply));
    }

    // The host seeds in the background; what is seeded last is listed when it is there.
    private static async Task<IReadOnlyList<string>> SeededAsync(EntitlementsHost host, int count)
    {
        while (true)
        {
            var contacts = 0;
            var listed = await host.Client.ListAccountsAsync(new ListAccountsRequest(), cancellationToken: Cancel);
            foreach (var account in listed.Accounts)
            {
                contacts += (await host.Client.ListContactsAsync(new ListContactsRequest { Parent = account.Name }, cancellationToken: Cancel)).Contacts.Count >= 2 ? 1 : 0;
            }

            if (contacts >= count && listed.Accounts.Any(account => account.Name == "accounts/acme-zmanda-trial"))
            {
                return [.. listed.Accounts.Select(account => account.Name)];
            }
        }
    }
}
