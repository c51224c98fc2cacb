using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Entitlements.Store;

/// <summary>Registers the store.</summary>
internal static class StoreExtensions
{
    private const string Name = "entitlements";

    /// <summary>
    /// Adds the SQLite store named by <c>ConnectionStrings:entitlements</c>; without it, <c>entitlements.db</c> in the directory of
    /// <c>SLA_DATA_DIR</c>, default <c>.data</c> of the working directory.
    /// </summary>
    public static WebApplicationBuilder AddStore(this WebApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString(Name)
            ?? $"Data Source={Path.Combine(builder.Configuration["SLA_DATA_DIR"] ?? ".data", $"{Name}.db")}";
        MakeDirectoryOf(new SqliteConnectionStringBuilder(connectionString).DataSource);
        builder.Services.AddDbContextFactory<EntitlementsDb>(options => options.UseSqlite(connectionString).AddInterceptors(new SqliteDurability()));
        builder.Services.AddSingleton<AccountReader>();
        return builder;
    }

    /// <summary>Brings the tables to the version of this program.</summary>
    public static async Task MigrateStoreAsync(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<EntitlementsDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    private static void MakeDirectoryOf(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }
    }
}
