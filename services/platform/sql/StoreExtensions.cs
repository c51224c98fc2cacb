using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql.Migrating;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Sql;

/// <summary>Registers stores.</summary>
public static class StoreExtensions
{
    /// <summary>
    /// Adds the store that <c>ConnectionStrings:{name}</c> names, PostgreSQL (<c>Host=...</c>) or SQLite (<c>Data Source=...</c>); without one, the SQLite file
    /// <c>{name}.db</c> in the directory of <c>SLA_DATA_DIR</c>, default <c>.data</c> of the working directory. It is migrated at start, under a lock, and is part of readiness.
    /// </summary>
    /// <typeparam name="TStore">The store; its migrations are for SQLite.</typeparam>
    /// <typeparam name="TPostgres">The same with migrations for PostgreSQL.</typeparam>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="name">The connection's name, which is also what callers are told is away.</param>
    /// <exception cref="InvalidOperationException">The connection string is of neither kind.</exception>
    public static IHostApplicationBuilder AddStore<TStore, TPostgres>(this IHostApplicationBuilder builder, string name)
        where TStore : StoreContext
        where TPostgres : TStore
    {
        var connection = builder.Configuration.GetConnectionString(name) is { } given
            ? StoreConnection.Parse(name, given)
            : new StoreConnection($"Data Source={Path.Combine(builder.Configuration["SLA_DATA_DIR"] ?? ".data", $"{name}.db")}", IsPostgres: false);
        if (connection.IsPostgres)
        {
            builder.Services.AddDbContextFactory<TPostgres>(options => options.UseNpgsql(connection.ConnectionString));
            builder.Services.AddSingleton<IDbContextFactory<TStore>, PostgresContexts<TStore, TPostgres>>();
            builder.Services.AddSingleton<IMigrationLock>(new PostgresMigrationLock(connection.ConnectionString));
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource))!);
            builder.Services.AddDbContextFactory<TStore>(options => options.UseSqlite(connection.ConnectionString).AddInterceptors(new SqliteDurability()));
            builder.Services.AddSingleton<IMigrationLock>(services => new FileMigrationLock(connection.ConnectionString, services.GetRequiredService<TimeProvider>()));
        }

        builder.Services.AddSingleton<Mutator<TStore>>();
        builder.Services.AddSingleton<IFailureClassifier>(new StoreFailures(name));
        builder.Services.AddSingleton<StoreReadiness<TStore>>();
        builder.Services.AddHostedService<StoreMigration<TStore>>();
        builder.Services.AddHostedService<RequestSweep<TStore>>();
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"{name}-store", services => services.GetRequiredService<StoreReadiness<TStore>>(), HealthStatus.Unhealthy, [HealthTags.Ready], TimeSpan.FromSeconds(2)));
        return builder;
    }
}
