using Grpc.Core;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Answers of fake clients.</summary>
internal static class Calls
{
    public static AsyncUnaryCall<T> Answer<T>(Func<T> answer)
    {
        var task = Task.Run(answer);
        return new AsyncUnaryCall<T>(task, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }
}
