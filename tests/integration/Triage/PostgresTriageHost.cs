using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>The same on a PostgreSQL database of its own.</summary>
public sealed class PostgresTriageHost : TriageHost
{
    protected override string? Missing => PostgresProgram.IsInstalled ? null : PostgresProgram.Missing;

    protected override async Task<string> MakeStoreAsync() => await (await PostgresServer.SharedAsync()).MakeDatabaseAsync();
}
