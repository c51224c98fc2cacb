using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Catalog.Store;

/// <summary>Lets <c>dotnet ef migrations add NAME -c CatalogDb -o Store/Migrations</c> build the model without starting the host.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<CatalogDb>
{
    public CatalogDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CatalogDb>().UseSqlite("Data Source=:memory:").Options);
}
