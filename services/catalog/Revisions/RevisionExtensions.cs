using SlaPlatform.Catalog.Store;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Registers the revisions.</summary>
internal static class RevisionExtensions
{
    /// <summary>Adds the store of revisions (<c>ConnectionStrings:catalog</c>) and the import at start, see <see cref="PoliciesOptions"/>.</summary>
    public static WebApplicationBuilder AddRevisions(this WebApplicationBuilder builder)
    {
        builder.AddStore<CatalogDb, PostgresCatalogDb>(ResourceNames.Catalog);
        builder.Services.AddOptions<PoliciesOptions>().BindConfiguration(PoliciesOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddSingleton<PolicyPublisher>();
        // After the store's own: it needs the tables.
        builder.Services.AddHostedService<DocumentImport>();
        builder.Services.AddHostedService<RevisionReading>();
        builder.Services.AddHealthChecks().AddCheck<RevisionHealth>(RevisionHealth.Name, tags: [HealthTags.Ready]);
        return builder;
    }
}
