using System.Text;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>The coverage table as Markdown: each clause with its data, its rpcs and its proof.</summary>
internal static class CoverageTable
{
    public static string Of(IEnumerable<Policy> policies)
    {
        var text = new StringBuilder();
        text.Append("# Coverage\n\n");
        text.Append("Every clause of the four vendors' terms with the data of the policy document that holds it, the rpcs that act on it, and the tests and golden vectors that prove it.\n\n");
        text.Append("Written by a test from the policy documents, the vectors and the clauses in [tests/coverage](../../tests/coverage); it fails on a clause without data, rpc or proof, ");
        text.Append("on a part of a document that no clause names, and on this page being out of date. How to change it: [tests/coverage/README.md](../../tests/coverage/README.md).\n");
        foreach (var policy in policies)
        {
            Write(text, policy);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Policy policy)
    {
        var elements = PolicyElements.Of(policy).ToList();
        text.Append($"\n## {policy.Source}\n\n| clause | source | data | rpcs | proof |\n|---|---|---|---|---|\n");
        foreach (var clause in ClauseFile.Of(policy.Id))
        {
            var held = clause.Held(elements).ToList();
            Row(
                text,
                clause.Text,
                Lines(held.Select(element => element.Source).OfType<string>().DefaultIfEmpty(policy.Source).Distinct().Select(source => Section(source, policy))),
                Lines(held.Select(element => element.Value.Length == 0 ? $"`{element.Path}`" : $"`{element.Path}` {element.Value}")),
                Lines(clause.Rpcs),
                Lines(clause.Proof.Select(Proof)));
        }
    }

    private static string Section(string source, Policy policy) => source.Replace($"{policy.Source}, ", "", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Proof(string proof) =>
        Proofs.Tests.TryGetValue(proof, out var file) ? $"[{proof}](../../{file})" : $"vector \"{proof}\"";

    private static void Row(StringBuilder text, params string[] cells) => text.Append($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines);
}
