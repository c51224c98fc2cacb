using System.Collections.Immutable;

namespace SlaPlatform.Engine.Clocks;

/// <summary>The lines of support that a ticket can be with.</summary>
public static class SupportLines
{
    /// <summary>Where every ticket starts.</summary>
    public const string First = "first_line";

    /// <summary>All lines, first to last.</summary>
    public static ImmutableArray<string> All { get; } = [First, "second_line", "third_line", "development"];
}
