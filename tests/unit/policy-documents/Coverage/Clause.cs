using System.Text.RegularExpressions;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>A clause of a vendor's terms, as <c>tests/coverage</c> lists it.</summary>
/// <param name="Text">What it says, in our words.</param>
/// <param name="Data">Paths of the parts of the document that hold it; a segment may be <c>*</c> or alternatives.</param>
/// <param name="Rpcs">The rpcs that act on it, as <c>Service.Method</c>.</param>
/// <param name="Proof">Tests, as <c>Class.Method</c>, and golden vectors, by name.</param>
internal sealed record Clause(string Text, IReadOnlyList<string> Data, IReadOnlyList<string> Rpcs, IReadOnlyList<string> Proof)
{
    public IEnumerable<PolicyElement> Held(IEnumerable<PolicyElement> elements) => elements.Where(element => Data.Any(pattern => Matches(pattern, element.Path)));

    public static bool Matches(string pattern, string path) =>
        Regex.IsMatch(path, $"^{string.Join('/', pattern.Split('/').Select(Segment))}$", RegexOptions.CultureInvariant);

    private static string Segment(string segment) =>
        segment == "*" ? "[^/]+" : $"(?:{string.Join('|', segment.Split('|').Select(Regex.Escape))})";
}
