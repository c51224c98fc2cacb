using Google.Protobuf;
using Grpc.Core;

namespace SlaPlatform.Rpc.Errors;

/// <summary>A caller's stream that refuses what is no message of its rpc.</summary>
internal sealed class ReadableStream<T>(IAsyncStreamReader<T> stream) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Refusals.Unreadable();
        }
    }
}
