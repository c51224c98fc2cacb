using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Imports the documents before any request is served. A document with errors stops the start: nobody should run on half the policies.</summary>
internal sealed partial class DocumentImport(RevisionStore store, IOptions<PoliciesOptions> options, ILogger<DocumentImport> logger) : IHostedLifecycleService
{
    private const int MostListed = 20;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var book = RevisionBook.Empty;
        foreach (var file in Files(options.Value))
        {
            var document = PolicyDocument.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
            if (!document.IsValid)
            {
                var problems = document.Problems.Take(MostListed).Select(problem => $"{file}({problem.Line},{problem.Column}): {problem.Message}");
                throw new InvalidDataException($"The policy document cannot be used; correct it:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
            }

            var effective = document.Policy.EffectiveFrom.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            var revision = new PolicyRevision(document.ContentHash, effective, document.Policy);
            book = book.With(new Publication(revision, document.CanonicalBytes, null));
            LogImported(revision.Policy.Id, revision.Id, Path.GetFileName(file));
        }

        store.Replace(book);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<string> Files(PoliciesOptions options) =>
        new[] { options.Directory, options.AdditionalDirectory }
            .Where(directory => directory.Length > 0)
            .SelectMany(directory => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, directory), "*.yaml").Order(StringComparer.Ordinal));
}
