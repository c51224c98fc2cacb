using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The same tables on PostgreSQL, with migrations of their own.</summary>
internal sealed class PostgresEntitlementsDb(DbContextOptions<PostgresEntitlementsDb> options) : EntitlementsDb(options);
