using Grpc.Core;

namespace SlaPlatform.Platform.Tests.Rpc;

/// <summary>A call without headers, peer or deadline.</summary>
/// <param name="cancellation">Ends it; the test's own unless given.</param>
internal sealed class EmptyCallContext(CancellationToken? cancellation = null) : ServerCallContext
{
    protected override string MethodCore => "/test/Method";

    protected override string HostCore => "";

    protected override string PeerCore => "";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore { get; } = cancellation ?? TestContext.Current.CancellationToken;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => new(null, []);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
