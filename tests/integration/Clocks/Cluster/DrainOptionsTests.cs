using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Hosting;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class DrainOptionsTests
{
    [Theory]
    [InlineData("00:00:01", "00:00:12")]
    [InlineData("00:00:06", "00:00:12")]
    [InlineData("00:01:00", "00:02:00")]
    public async Task Start_TheNoticeLeavesTimeToHandOver_IsSound(string notice, string within) =>
        Assert.Equal(TimeSpan.Parse(notice, null), (await Read(notice, within)).NoticeFor);

    [Fact]
    public async Task Start_TheNoticeTakesMoreThanHalfOfTheTime_IsRefusedWithWhatToDo()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Read("00:00:15", "00:00:12"));

        Assert.Contains(
            "Draining:NoticeFor (00:00:15) is more than half of Draining:Within (00:00:12), of which it is a part; raise Within to at least 00:00:30 or shorten the notice.",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static async Task<DrainOptions> Read(string notice, string within)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Draining:NoticeFor", notice), new("Draining:Within", within)]);
        builder.AddDrain();
        await using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<DrainOptions>>().Value;
    }
}
