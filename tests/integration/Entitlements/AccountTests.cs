using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class AccountTests(EntitlementsHost host)
{
    public sealed class OnSqlite(EntitlementsHost host) : AccountTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : AccountTests(host), IClassFixture<PostgresEntitlementsHost>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAccount_New_StandsWell()
    {
        var created = await host.Client.CreateAccountAsync(Given.CreateAccount("umbrella"), cancellationToken: Cancel);

        Assert.Equal(("accounts/umbrella", Standing.Good, 1), (created.Name, created.Standing, created.Version));
        Assert.Equal(created, await host.Client.GetAccountAsync(new GetAccountRequest { Name = created.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task CreateAccount_IdTaken_AlreadyExists()
    {
        var request = Given.CreateAccount();
        await host.Client.CreateAccountAsync(request, cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.CreateAccountAsync(Given.CreateAccount(request.AccountId), cancellationToken: Cancel));

        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.AlreadyExists), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task CreateAccount_Repeated_GivesTheAccountAsItStandsAndSaysSo()
    {
        var request = Given.CreateAccount();
        var created = await host.Client.CreateAccountAsync(request, cancellationToken: Cancel);
        await host.Client.SuspendAccountAsync(new SuspendAccountRequest { Name = created.Name, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        using var call = host.Client.CreateAccountAsync(request, cancellationToken: Cancel);
        var repeated = await call.ResponseAsync;

        Assert.Equal(Standing.Suspended, repeated.Standing);
        Assert.Equal("true", call.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
    }

    [Fact]
    public async Task CreateAccount_RequestIdReusedForAnotherBody_IsRefused()
    {
        var request = Given.CreateAccount();
        await host.Client.CreateAccountAsync(request, cancellationToken: Cancel);
        var other = request.Clone();
        other.Account.DisplayName = "Another";

        var refused = await RefusedCall.OfAsync(host.Client.CreateAccountAsync(other, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.RequestIdReused), (refused.Code, refused.Reason));
        var stored = await host.Client.GetAccountAsync(new GetAccountRequest { Name = $"accounts/{request.AccountId}" }, cancellationToken: Cancel);
        Assert.Equal("Umbrella", stored.DisplayName);
    }

    [Fact]
    public async Task CreateAccount_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.CreateAccountAsync(
            new CreateAccountRequest { AccountId = "Not An Id", Account = new Account { DisplayName = new string('x', 10_000_000) }, RequestId = "7" },
            cancellationToken: Cancel));

        Assert.Equal(
            ["account.display_name", "account_id", "request_id"], refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UpdateAccount_StaleEtag_IsAbortedAndNothingChanges()
    {
        var created = await host.Client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: Cancel);
        await UpdateAsync(created, "First");

        var refused = await RefusedCall.OfAsync(host.Client.UpdateAccountAsync(Update(created, "Second"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Aborted, ErrorReason.StaleEtag), (refused.Code, refused.Reason));
        Assert.Equal("First", (await host.Client.GetAccountAsync(new GetAccountRequest { Name = created.Name }, cancellationToken: Cancel)).DisplayName);
    }

    [Fact]
    public async Task UpdateAccount_MaskNamesAnOutput_IsRefused()
    {
        var created = await host.Client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: Cancel);
        var request = Update(created, "Other");
        request.UpdateMask.Paths.Add("standing");

        var refused = await RefusedCall.OfAsync(host.Client.UpdateAccountAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidUpdateMask, "update_mask", "standing");
    }

    [Fact]
    public async Task ListAccounts_NegativePageSize_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ListAccountsAsync(new ListAccountsRequest { PageSize = -1 }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidPageSize, "page_size", "-1");
    }

    [Fact]
    public async Task ListAccounts_PageByPage_GivesEveryAccountOnceInOrder()
    {
        var suspended = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var name = await host.AccountAsync(Cancel);
            await host.Client.SuspendAccountAsync(new SuspendAccountRequest { Name = name, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
            suspended.Add(name);
        }

        var listed = new List<string>();
        var request = new ListAccountsRequest { PageSize = 1, Filter = new AccountFilter { Standing = Standing.Suspended } };
        do
        {
            var page = await host.Client.ListAccountsAsync(request, cancellationToken: Cancel);
            listed.AddRange(page.Accounts.Select(account => account.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(listed.Order(StringComparer.Ordinal).Distinct(), listed);
        Assert.Superset(suspended.ToHashSet(), listed.ToHashSet());
    }

    [Fact]
    public async Task ListAccounts_TokenOfAnotherQuery_IsRefused()
    {
        await host.AccountAsync(Cancel);
        await host.AccountAsync(Cancel);
        var page = await host.Client.ListAccountsAsync(new ListAccountsRequest { PageSize = 1 }, cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.ListAccountsAsync(
            new ListAccountsRequest { PageToken = page.NextPageToken, Filter = new AccountFilter { Standing = Standing.Good } }, cancellationToken: Cancel));

        Assert.Equal(ErrorReason.InvalidPageToken, refused.Reason);
    }

    private static UpdateAccountRequest Update(Account account, string displayName) => new()
    {
        Account = new Account { Name = account.Name, Etag = account.Etag, DisplayName = displayName },
        UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { "display_name" } },
        RequestId = Given.NewRequestId(),
    };

    private async Task UpdateAsync(Account account, string displayName) => await host.Client.UpdateAccountAsync(Update(account, displayName), cancellationToken: Cancel);
}
