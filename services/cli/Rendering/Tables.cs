using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Tables of one look.</summary>
internal static class Tables
{
    public static Table Create(string? title, params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        if (title is not null)
        {
            table.Title = new TableTitle(Markup.Escape(Cell.Clean(title)), new Style(decoration: Decoration.Bold));
        }

        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Cell.Strong(column)));
        }

        return table;
    }

    public static Table Right(this Table table, params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            table.Columns[column].Alignment = Justify.Right;
        }

        return table;
    }

    /// <summary>Columns whose cells stay on one line, as ids do that people copy.</summary>
    public static Table Whole(this Table table, params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            table.Columns[column].NoWrap = true;
        }

        return table;
    }

    public static Table Row(this Table table, params IEnumerable<string?> cells)
    {
        table.AddRow(cells.Select(IRenderable (cell) => Cell.Of(cell)));
        return table;
    }

    /// <summary>Names and values below each other; empty values are left out.</summary>
    public static Grid Facts(params IEnumerable<(string Name, string? Value)> facts)
    {
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            grid.AddRow(Cell.Strong(name), Cell.Of(value));
        }

        return grid;
    }

    public static IRenderable Note(string text) => Cell.Of(text, Color.Grey);
}
