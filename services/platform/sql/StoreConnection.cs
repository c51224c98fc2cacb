using System.Data.Common;

namespace SlaPlatform.Sql;

/// <summary>Where a store is.</summary>
/// <param name="ConnectionString">For the provider.</param>
/// <param name="IsPostgres">Whether it is PostgreSQL; else it is a SQLite file.</param>
internal sealed record StoreConnection(string ConnectionString, bool IsPostgres)
{
    /// <summary>Reads a connection string: one with <c>Host</c> is PostgreSQL's, one with <c>Data Source</c> is SQLite's.</summary>
    /// <exception cref="InvalidOperationException">It is neither; its text is not told, since it can hold a password.</exception>
    public static StoreConnection Parse(string name, string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.ContainsKey("Host") ? new StoreConnection(connectionString, IsPostgres: true)
                : parts.ContainsKey("Data Source") || parts.ContainsKey("DataSource") || parts.ContainsKey("Filename") ? new StoreConnection(connectionString, IsPostgres: false)
                : throw Unknown(name);
        }
        catch (ArgumentException)
        {
            throw Unknown(name);
        }
    }

    private static InvalidOperationException Unknown(string name) => new(
        $"ConnectionStrings:{name} is no connection string of a store; write such as \"Data Source=/var/lib/sla/{name}.db\" for SQLite, or \"Host=db.internal;Database={name};Username=sla;Password=...\" for PostgreSQL.");
}
