namespace SlaPlatform.Catalog.Revisions;

/// <summary>Registers the revisions.</summary>
internal static class RevisionExtensions
{
    /// <summary>Adds the store of revisions and the import at start, see <see cref="PoliciesOptions"/>.</summary>
    public static WebApplicationBuilder AddRevisions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PoliciesOptions>().BindConfiguration(PoliciesOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddHostedService<DocumentImport>();
        return builder;
    }
}
