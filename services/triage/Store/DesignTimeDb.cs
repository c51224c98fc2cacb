using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Triage.Store;

/// <summary>Lets <c>dotnet ef migrations add NAME -c TriageDb -o Store/Migrations</c> build the model without starting the host.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<TriageDb>
{
    public TriageDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TriageDb>().UseSqlite("Data Source=:memory:").Options);
}
