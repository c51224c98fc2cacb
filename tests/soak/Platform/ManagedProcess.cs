using System.Diagnostics;

namespace SlaPlatform.Soak.Platform;

/// <summary>A process that the soak starts, disturbs and starts again. What it says goes to a file.</summary>
/// <param name="name">Its name in reports.</param>
/// <param name="log">Where its output goes.</param>
/// <param name="command">How it is started.</param>
/// <param name="answers">Whether it can be used.</param>
/// <param name="clock">Times the waits.</param>
internal sealed class ManagedProcess(string name, string log, Func<ProcessStartInfo> command, Func<CancellationToken, Task<bool>> answers, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock gate = new();
    private Process? process;

    public string Name => name;

    /// <summary>Whether nobody may start it again now.</summary>
    public bool IsDownOnPurpose { get; private set; }

    /// <summary>Whether its process ended by itself.</summary>
    public bool HasEnded => !IsDownOnPurpose && process is { HasExited: true };

    /// <summary>Starts it and waits until it answers; one that ends before that is started again.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        IsDownOnPurpose = false;
        Launch();
        for (var started = clock.GetTimestamp(); !await TryAnswers(cancellation);)
        {
            if (clock.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{name} did not answer within {Patience}; see {log}.");
            }

            if (process!.HasExited)
            {
                Launch();
            }

            await Task.Delay(Look, clock, cancellation);
        }
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(int signal)
    {
        if (process is { HasExited: false })
        {
            Signals.Send(process.Id, signal);
        }
    }

    /// <summary>Ends it with a signal, and waits for that.</summary>
    public async Task End(int signal, CancellationToken cancellation)
    {
        IsDownOnPurpose = true;
        Signal(signal);
        if (process is { } running)
        {
            await running.WaitForExitAsync(cancellation);
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
    }

    private void Launch()
    {
        process?.Dispose();
        var start = command();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> TryAnswers(CancellationToken cancellation)
    {
        try
        {
            return await answers(cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Write(string? line)
    {
        lock (gate)
        {
            File.AppendAllText(log, line + Environment.NewLine);
        }
    }
}
