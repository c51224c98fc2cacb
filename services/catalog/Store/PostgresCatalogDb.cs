using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Catalog.Store;

/// <summary>The same tables on PostgreSQL, with migrations of their own.</summary>
internal sealed class PostgresCatalogDb(DbContextOptions<PostgresCatalogDb> options) : CatalogDb(options);
