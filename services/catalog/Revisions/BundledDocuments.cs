using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Reads the documents that are shipped with the program.</summary>
internal static class BundledDocuments
{
    private const int MostListed = 20;

    /// <summary>All of them.</summary>
    /// <exception cref="InvalidDataException">One has errors: nobody should run on half the policies.</exception>
    public static async Task<IReadOnlyList<ParsedPolicy>> ReadAsync(PoliciesOptions options, CancellationToken cancellation)
    {
        var documents = new List<ParsedPolicy>();
        foreach (var file in Files(options))
        {
            var document = PolicyDocument.Parse(await File.ReadAllBytesAsync(file, cancellation));
            if (!document.IsValid)
            {
                var problems = document.Problems.Take(MostListed).Select(problem => $"{file}({problem.Line},{problem.Column}): {problem.Message}");
                throw new InvalidDataException($"The policy document cannot be used; correct it:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
            }

            documents.Add(document);
        }

        return documents;
    }

    private static IEnumerable<string> Files(PoliciesOptions options) =>
        new[] { options.Directory, options.AdditionalDirectory }
            .Where(directory => directory.Length > 0)
            .SelectMany(directory => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, directory), "*.yaml").Order(StringComparer.Ordinal));
}
