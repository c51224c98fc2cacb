using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TicketIndexTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_PagesOfOne_GivesWhatOnePageGives()
    {
        for (var i = 0; i < 12; i++)
        {
            await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        }

        var whole = await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel);
        var single = new List<string>();
        for (var token = ""; single.Count == 0 || token.Length > 0;)
        {
            var page = await clock.Client.ListTicketsAsync(new ListTicketsRequest { PageSize = 1, PageToken = token }, cancellationToken: Cancel);
            single.AddRange(page.Tickets.Select(ticket => ticket.Name));
            token = page.NextPageToken;
        }

        Assert.Equal(12, single.Count);
        Assert.Equal(whole.Tickets.Select(ticket => ticket.Name), single);
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        var index = clock.Services.GetRequiredService<TicketIndex>();

        await Assert.ThrowsAsync<OperationCanceledException>(() => index.Read(ended: true, null, JournalKeys.LastScore, _ => true, 1, new CancellationToken(canceled: true)));
    }
}
