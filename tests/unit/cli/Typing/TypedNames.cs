using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Typing;

namespace SlaPlatform.Cli.Tests.Typing;

/// <summary>The names of a command of the program.</summary>
internal static class TypedNames
{
    /// <param name="command">Its words, such as <c>ticket open</c>.</param>
    public static ITypedNames Of(string command)
    {
        var host = new CliHost(TextWriter.Null, TextWriter.Null, OutIsTerminal: false, ErrorIsTerminal: false, _ => null, TimeProvider.System);
        return new OptionNames(SlaCommand.Create(host).Parse(command).CommandResult.Command);
    }
}
