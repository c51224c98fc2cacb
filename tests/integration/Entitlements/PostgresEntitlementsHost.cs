using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>The same on a PostgreSQL database of its own.</summary>
public sealed class PostgresEntitlementsHost : EntitlementsHost
{
    protected override string? Missing => base.Missing ?? (PostgresProgram.IsInstalled ? null : PostgresProgram.Missing);

    protected override async Task<string> MakeStoreAsync() => await (await PostgresServer.SharedAsync()).MakeDatabaseAsync();
}
