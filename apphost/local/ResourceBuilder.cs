namespace SlaPlatform.LocalHosting;

internal sealed record ResourceBuilder<T>(T Resource, LocalApplicationBuilder Application) : IResourceBuilder<T>
    where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder => Application;
}
