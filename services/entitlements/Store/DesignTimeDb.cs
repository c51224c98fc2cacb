using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Entitlements.Store;

/// <summary>Lets <c>dotnet ef migrations add NAME -c EntitlementsDb -o Store/Migrations</c> build the model without starting the host.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<EntitlementsDb>
{
    public EntitlementsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<EntitlementsDb>().UseSqlite("Data Source=:memory:").Options);
}
