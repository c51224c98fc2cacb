namespace SlaPlatform.Entitlements.Seeding;

/// <summary>Registers the demonstration accounts.</summary>
internal static class DemoAccountsExtensions
{
    /// <summary>Adds <see cref="DemoAccounts"/> when <c>Seed:DemoAccounts</c> is true. Default: false.</summary>
    public static WebApplicationBuilder AddDemoAccounts(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>("Seed:DemoAccounts"))
        {
            builder.Services.AddHostedService<DemoAccounts>();
        }

        return builder;
    }
}
