using System.Text;

namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>A table of results.</summary>
/// <param name="Columns">The headings; one that begins with <c>&lt;</c> is set to the left, the others to the right.</param>
internal sealed record Table(params string[] Columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row, a cell for each column.</summary>
    public Table Add(params string[] cells)
    {
        rows.Add(cells.Length == Columns.Length ? cells : throw new ArgumentException($"A row has {cells.Length} cells for {Columns.Length} columns.", nameof(cells)));
        return this;
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Append(text, Columns.Select(column => column.TrimStart('<')));
        Append(text, Columns.Select(column => column.StartsWith('<') ? "---" : "---:"));
        rows.ForEach(row => Append(text, row));
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
