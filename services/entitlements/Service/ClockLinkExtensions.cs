using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Entitlements.Availability;
using SlaPlatform.Entitlements.Standings;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Registers what asks and tells the clock.</summary>
internal static class ClockLinkExtensions
{
    /// <summary>The setting that leaves it out, for a platform without a clock: <c>Clock:Linked</c>, default true.</summary>
    public const string LinkedSetting = "Clock:Linked";

    public static IHostApplicationBuilder AddClockLink(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue(LinkedSetting, defaultValue: true))
        {
            builder.AddGrpcServiceClient<SlaClockService.SlaClockServiceClient>(ResourceNames.Clocks);
            builder.Services.AddSingleton<DowntimeSync>().AddHostedService<DowntimeWatch>().AddHostedService<StandingRelay>();
        }

        return builder;
    }
}
