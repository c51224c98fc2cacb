using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Registers the watch for downtime.</summary>
internal static class DowntimeExtensions
{
    /// <summary>The setting that leaves the watch out, for a platform without a clock: <c>Availability:WatchClock</c>, default true.</summary>
    public const string WatchSetting = "Availability:WatchClock";

    public static IHostApplicationBuilder AddDowntimeWatch(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue(WatchSetting, defaultValue: true))
        {
            builder.AddGrpcServiceClient<SlaClockService.SlaClockServiceClient>(ResourceNames.Clocks);
            builder.Services.AddSingleton<DowntimeSync>().AddHostedService<DowntimeWatch>();
        }

        return builder;
    }
}
