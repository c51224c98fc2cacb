namespace SlaPlatform.LocalHosting.Output;

/// <summary>Prints whole lines, each behind the name of its source; coloured on a terminal unless NO_COLOR is set.</summary>
internal sealed class HostConsole(TextWriter output, bool coloured)
{
    private const string HostName = "apphost";
    private const string Reset = "\e[0m";
    private const string Red = "\e[1;31m";
    private static readonly string[] s_palette = ["\e[36m", "\e[32m", "\e[33m", "\e[35m", "\e[34m", "\e[96m", "\e[92m", "\e[93m"];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _colours = new(StringComparer.Ordinal);
    private int _width = HostName.Length;

    internal Redactor Redactor { get; } = new();

    internal static HostConsole ForTerminal() =>
        new(Console.Out, !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>Makes room for the longest of the names, so that the texts stand in one column.</summary>
    internal void Align(IEnumerable<string> sources) => _width = sources.Append(HostName).Max(static name => name.Length);

    internal void Tell(string text) => Print(HostName, text, string.Empty);

    internal void Alarm(string text) => Print(HostName, text, Red);

    internal void Log(string source, string text) => Print(source, text, string.Empty);

    private void Print(string source, string text, string colour)
    {
        var line = Redactor.Redact(text);
        lock (_lock)
        {
            try
            {
                output.WriteLine(coloured ? $"{ColourOf(source)}{source.PadRight(_width)} |{Reset} {colour}{line}{(colour.Length > 0 ? Reset : string.Empty)}" : $"{source.PadRight(_width)} | {line}");
            }
            catch (IOException)
            {
                // The terminal is gone (SIGHUP); the children must still be stopped.
            }
        }
    }

    private string ColourOf(string source)
    {
        if (!_colours.TryGetValue(source, out var colour))
        {
            _colours[source] = colour = s_palette[_colours.Count % s_palette.Length];
        }

        return colour;
    }
}
