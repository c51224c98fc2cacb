using System.Collections.Concurrent;
using System.Diagnostics;

namespace SlaPlatform.Benchmarks.Processes;

/// <summary>A process of ours. Its output is read, so that it never waits for us; the last lines tell why it failed.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int LinesKept = 60;

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    /// <summary>Starts it.</summary>
    /// <param name="start">What.</param>
    /// <param name="take">Takes a line of its output, or leaves it to be kept.</param>
    public Child(ProcessStartInfo start, Func<string, bool>? take = null)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, data) => Keep(data.Data, take);
        process.ErrorDataReceived += (_, data) => Keep(data.Data, null);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>Its standard input. A host with a probe ends when this is closed.</summary>
    public StreamWriter Input => process.StandardInput;

    public bool HasExited => process.HasExited;

    public string LastLines => string.Join(Environment.NewLine, lines);

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Keep(string? line, Func<string, bool>? take)
    {
        if (line is null || take?.Invoke(line) == true)
        {
            return;
        }

        lines.Enqueue(line);
        while (lines.Count > LinesKept)
        {
            lines.TryDequeue(out _);
        }
    }
}
