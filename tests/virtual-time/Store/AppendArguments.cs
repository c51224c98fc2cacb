using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>What the append script is given, as it documents its KEYS and ARGV.</summary>
internal static class AppendArguments
{
    /// <summary>The place of the key that names the last append of which everything is stored.</summary>
    public const int RedoneKeyAt = 9;

    /// <summary>The append's id, or nothing on a server whose scripts are never cut.</summary>
    public static string Id(string[] arguments) => arguments[AppendScript.PackedAt - 1];

    /// <summary>Whether it finishes what a crash left half done.</summary>
    public static bool IsAgain(string[] arguments) => arguments[AppendScript.PackedAt + 1] == "1";
}
