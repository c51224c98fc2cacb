using System.Text;

namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>What a suite found: paragraphs and tables in order.</summary>
/// <param name="Name">The suite.</param>
/// <param name="Title">The heading.</param>
internal sealed record Section(string Name, string Title)
{
    private readonly List<string> parts = [];

    /// <summary>Adds a paragraph.</summary>
    public Section Add(string paragraph)
    {
        parts.Add(paragraph + "\n");
        return this;
    }

    /// <summary>Adds a table.</summary>
    public Section Add(Table table)
    {
        parts.Add(table.ToMarkdown());
        return this;
    }

    /// <summary>Adds goals, each with whether it was reached.</summary>
    public Section Add(IEnumerable<Goal> goals)
    {
        var table = new Table("<goal", "measured", "<met");
        foreach (var goal in goals)
        {
            table.Add(goal.Text, goal.Measured, goal.Met ? "yes" : "**no**");
        }

        return Add(table);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder($"## {Title}\n");
        parts.ForEach(part => text.Append('\n').Append(part));
        return text.ToString();
    }
}
