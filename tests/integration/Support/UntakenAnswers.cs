using Grpc.Core;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>A caller that takes no answer until it goes away.</summary>
internal sealed class UntakenAnswers<TAnswer> : IServerStreamWriter<TAnswer>
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WriteOptions? WriteOptions { get; set; }

    /// <summary>Ends once there is an answer to take.</summary>
    public Task Waiting => _waiting.Task;

    public Task WriteAsync(TAnswer message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TAnswer message, CancellationToken cancellationToken)
    {
        _waiting.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
