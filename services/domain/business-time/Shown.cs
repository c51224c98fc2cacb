namespace SlaPlatform.BusinessTime;

/// <summary>Given text as a message may show it: never longer than a line.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Text(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "...");
}
