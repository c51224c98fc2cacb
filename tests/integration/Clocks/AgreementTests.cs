using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class AgreementTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private const string Account = "accounts/xtm.gold";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordFact_AnAuthorizedContactAgrees_IsTaken()
    {
        var request = await Agreeing($"{Account}/contacts/ana");

        var told = await clock.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal(2, told.VerifiedLevel);
    }

    [Theory]
    [InlineData("accounts/another/contacts/ana")]
    [InlineData(Account + "/contacts/nobody")]
    [InlineData(Account + "/contacts/gone")]
    [InlineData(Account + "/contacts/mail")]
    public async Task RecordFact_NoAuthorizedContactOfTheAccountAgrees_IsRefused(string contact)
    {
        var request = await Agreeing(contact);

        var refused = await RefusedCall.OfAsync(clock.Client.RecordFactAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.PermissionDenied, ErrorReason.UnknownContact), (refused.Code, refused.Reason));
        Assert.Equal((contact, "fact.severity_changed.agreed_by_contact"), (refused.Info.Metadata["resource"], refused.Info.Metadata["field"]));
        Assert.Equal("1", (await clock.Client.GetTicketAsync(new GetTicketRequest { Name = request.Ticket }, cancellationToken: Cancel)).Etag);
    }

    private async Task<RecordFactRequest> Agreeing(string contact)
    {
        var ticket = await clock.Client.OpenTicketAsync(ClockFixture.Opening(Account), cancellationToken: Cancel);
        return ClockFixture.Telling(ticket.Name, new FactBody { Actor = "ben", SeverityChanged = new SeverityChanged { VerifiedLevel = 2, Reason = "One user.", AgreedByContact = contact } });
    }
}
