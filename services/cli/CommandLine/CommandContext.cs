using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Typing;
using SlaPlatform.Cli.Values;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>One run of one command: its arguments, the platform, and where the answer goes.</summary>
internal sealed class CommandContext(CliHost host, ParseResult arguments, CancellationToken cancellation) : IDisposable
{
    private static readonly Duration UsualPatience = Duration.FromSeconds(30);
    private IAnsiConsole? _out;
    private IAnsiConsole? _notes;

    public CliHost Host => host;

    public CancellationToken Cancellation => cancellation;

    public Platform Platform { get; } = new(new PlatformEndpoints(host.Variable, arguments.GetValue(GlobalOptions.PortBase)));

    /// <summary>What the fields of a refused request are called on the command line. A command that writes a part of its request out of one text or a file replaces it.</summary>
    public ITypedNames Typed { get; set; } = new OptionNames(arguments.CommandResult.Command);

    public bool Json => arguments.GetValue(GlobalOptions.Json);

    public string Language => arguments.GetValue(GlobalOptions.Language) ?? "";

    /// <summary>The zone named on the command line; null when none is.</summary>
    public DateTimeZone? Zone => arguments.GetValue(GlobalOptions.Zone) is { } id ? ZoneText.Parse("--zone", id) : null;

    public Instant Now => Instant.FromDateTimeOffset(host.Clock.GetUtcNow());

    /// <summary>The console of the answer.</summary>
    public IAnsiConsole Out => _out ??= Terminals.Create(host.Out, host.OutIsTerminal, host.Variable);

    /// <summary>The console of progress and remarks.</summary>
    public IAnsiConsole Notes => _notes ??= Terminals.Create(host.Error, host.ErrorIsTerminal, host.Variable);

    public T? Value<T>(Option<T> option) => arguments.GetValue(option);

    public T Required<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    public T Required<T>(Option<T> option) => arguments.GetRequiredValue(option);

    public T? Value<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>What a call is given: the language, a deadline and the way to end it early.</summary>
    public CallOptions Call(Duration? patience = null)
    {
        var wait = arguments.GetValue(GlobalOptions.Timeout) is { } text ? DurationText.Parse("--timeout", text) : patience ?? UsualPatience;
        var deadline = host.Clock.GetUtcNow().UtcDateTime + wait.ToTimeSpan();
        return new CallOptions(Headers(), deadline, cancellation);
    }

    /// <summary>The same without a deadline, for streams that do not end by themselves.</summary>
    public CallOptions EndlessCall(CancellationToken ending) => new(Headers(), cancellationToken: ending);

    /// <summary>An instant given by an option; null when it is not given.</summary>
    public Instant? Time(Option<string?> option, DateTimeZone? zone = null) =>
        arguments.GetValue(option) is { } text ? InstantText.Parse(option.Name, text, Zone ?? zone, Now) : null;

    public string RequestId()
    {
        var given = arguments.GetValue(GlobalOptions.RequestId);
        if (given is null)
        {
            return Guid.NewGuid().ToString();
        }

        return Guid.TryParse(given, out var id)
            ? id.ToString()
            : throw new UsageException("--request-id", $"'{given}' is not a UUID.", "Write one such as 0d9f7c1e-3f52-4f0e-9a51-2f6f5f0a7c11.");
    }

    /// <summary>Prints an answer: the message as JSON for programs, else the view of it.</summary>
    public void Show(IMessage message, Func<IRenderable> view)
    {
        if (Json)
        {
            host.Out.WriteLine(JsonText.Indented(message));
            return;
        }

        Print(view());
    }

    /// <summary>Prints a view for people, and ends its last line.</summary>
    public void Print(IRenderable view)
    {
        var segments = view.GetSegments(Out).ToArray();
        Out.Write(view);
        if (segments.Length > 0 && !segments[^1].IsLineBreak)
        {
            Out.WriteLine();
        }
    }

    /// <summary>Says in a line how the work goes.</summary>
    public void Say(FormattableString remark)
    {
        Notes.Write(Tables.Note(FormattableString.Invariant(remark)));
        Notes.WriteLine();
    }

    public void Dispose() => Platform.Dispose();

    private Metadata Headers() => Language.Length == 0 ? [] : new Metadata { { "accept-language", Language } };
}
