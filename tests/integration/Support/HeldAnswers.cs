using Grpc.Core;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>A caller that sends a stream of items and takes no answer before so many were asked for.</summary>
internal sealed class HeldAnswers<TItem, TAnswer>(IReadOnlyList<TItem> items, int until) : IAsyncStreamReader<TItem>, IServerStreamWriter<TAnswer>
{
    private readonly TaskCompletionSource _taking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TAnswer> _answers = [];
    private int _sent;
    private int _taken;

    /// <summary>The most items that were sent and not answered.</summary>
    public int MostHeld { get; private set; }

    /// <summary>The answers taken.</summary>
    public IReadOnlyList<TAnswer> Answers => _answers;

    public TItem Current => items[_sent - 1];

    public WriteOptions? WriteOptions { get; set; }

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (_sent == items.Count)
        {
            return Task.FromResult(false);
        }

        _sent++;
        MostHeld = Math.Max(MostHeld, _sent - Volatile.Read(ref _taken));
        if (_sent == until)
        {
            _taking.SetResult();
        }

        return Task.FromResult(true);
    }

    public Task WriteAsync(TAnswer message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TAnswer message, CancellationToken cancellationToken)
    {
        await _taking.Task.WaitAsync(cancellationToken);
        _answers.Add(message);
        Interlocked.Increment(ref _taken);
    }
}
