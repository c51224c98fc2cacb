using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Triage.Store;

/// <summary>The same tables on PostgreSQL, with migrations of their own.</summary>
internal sealed class PostgresTriageDb(DbContextOptions<PostgresTriageDb> options) : TriageDb(options);
