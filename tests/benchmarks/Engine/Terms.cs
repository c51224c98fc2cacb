using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Benchmarks.Engine;

/// <summary>Terms of plans.</summary>
internal static class Terms
{
    /// <summary>A plan of a shipped policy document.</summary>
    public static PlanBook BookOf(string policy, string plan) =>
        BookOf(PolicyDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "services/catalog/policies", $"{policy}.yaml"))), plan);

    /// <summary>A plan of a document.</summary>
    public static PlanBook BookOf(ParsedPolicy document, string plan)
    {
        if (!document.IsValid)
        {
            throw new InvalidOperationException("The policy document has faults.");
        }

        var reference = new PlanReference(document.ContentHash, plan, new ServiceTerms { TimeZone = "Europe/Warsaw" });
        return PlanBook.Of(reference, PlanTerms.Resolve(document.Policy, plan, reference.Terms).OrThrow());
    }
}
