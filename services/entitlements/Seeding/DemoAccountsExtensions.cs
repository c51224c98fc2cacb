using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Entitlements.Seeding;

/// <summary>Registers the demonstration accounts.</summary>
internal static class DemoAccountsExtensions
{
    /// <summary>Adds <see cref="DemoAccounts"/>, and makes readiness wait for them, when <c>Seed:DemoAccounts</c> is true. Default: false.</summary>
    public static WebApplicationBuilder AddDemoAccounts(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>("Seed:DemoAccounts"))
        {
            builder.Services.AddSingleton<SeededCheck>().AddHostedService<DemoAccounts>();
            builder.Services.AddHealthChecks().AddCheck<SeededCheck>(SeededCheck.Name, tags: [HealthTags.Ready]);
        }

        return builder;
    }
}
