using NodaTime;
using SlaPlatform.Catalog.Caching;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Catalog.Endpoints;

/// <summary>The catalog's methods: each reads and checks its request, asks, and maps the answer.</summary>
internal sealed partial class PlanCatalogEndpoint(RevisionStore store, PolicyPublisher publisher, AnswerCache answers, TimeProvider time) : PlanCatalogService.PlanCatalogServiceBase
{
    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
