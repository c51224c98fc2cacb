using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Entitlements;
using SlaPlatform.Integration.Tests.Triage;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>The same on PostgreSQL databases of their own, for what a database can differ in: which texts and times it keeps.</summary>
public sealed class PostgresHosts() : SqlHosts(new PostgresEntitlementsHost(), new PostgresTriageHost(), new PostgresCatalogStore())
{
    internal override bool CanDiffer(BadCase fault) =>
        fault.What is "NUL" or "control characters" or "wide characters" or "10,000 characters" or "the year 2199" or "the epoch" or "the most units" or "the least"
        || fault.What.StartsWith("the token of", StringComparison.Ordinal);
}
