using System.Reflection;
using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Processes;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>The topology as local processes.</summary>
public sealed class DistributedApplication
{
    private const int Refused = 1;
    private readonly LocalRun _run;

    internal DistributedApplication(LocalRun run) => _run = run;

    /// <summary>Begins the description of a topology.</summary>
    /// <param name="args">The AppHost's arguments; <c>--help</c> lists them and ends the process with 0, one that is unknown or wrong ends it with 1.</param>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        if (HostOptions.AskForHelp(args))
        {
            Console.Out.Write(HostOptions.Help);
            Environment.Exit(0);
        }

        var description = AppHostDescription.Of(Assembly.GetCallingAssembly());
        try
        {
            return args.Any(static a => a is "--publisher" or "--operation" or "--deploy")
                ? throw new LocalHostException("This AppHost was built for local processes and can only run; publishing needs Aspire: build with -p:UseAspire=true.")
                : new LocalApplicationBuilder(args, description);
        }
        catch (Exception e) when (e is LocalHostException or FormatException)
        {
            HostConsole.ForTerminal().Alarm(e.Message);
            Environment.Exit(Refused);
            throw;
        }
    }

    /// <summary>Starts everything and returns when all has stopped; the process's exit code is 1 if something failed.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Starts everything and ends when all has stopped; the process's exit code is 1 if something failed.</summary>
    /// <param name="cancellationToken">Stops everything, as Ctrl+C, SIGTERM and SIGHUP do.</param>
    /// <returns>The run.</returns>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var signals = new StopSignals(cancellationToken);
        Environment.ExitCode = await _run.RunAsync(signals.Stop, signals.Abort);
    }

    // Without the process's signals, which belong to the test runner there.
    internal Task<int> RunToEndAsync(CancellationToken stop) => _run.RunAsync(stop, CancellationToken.None);
}
