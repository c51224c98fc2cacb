namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>Keeps what is written, and tells when a text was.</summary>
internal sealed class WatchedWriter(string text) : StringWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the text was written.</summary>
    public Task Seen => _seen.Task;

    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    private void Look()
    {
        if (ToString().Contains(text, StringComparison.Ordinal))
        {
            _seen.TrySetResult();
        }
    }
}
