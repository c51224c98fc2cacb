using Google.Protobuf;
using Microsoft.Extensions.Caching.Hybrid;
using SlaPlatform.BusinessTime;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Caching;

/// <summary>
/// Keeps answers that depend on nothing but the request and immutable revisions, so none is ever invalid. The key holds the build of this program and the version of the
/// time zones: another build may word or compute differently.
/// </summary>
internal sealed class AnswerCache(HybridCache cache)
{
    private static readonly string Build = typeof(AnswerCache).Assembly.ManifestModule.ModuleVersionId.ToString("N") + ":" + TimeZones.Version;

    /// <summary>The answer to a request, computed when it is not known.</summary>
    /// <param name="request">The request.</param>
    /// <param name="basis">What else the answer depends on: revision hashes and the language.</param>
    /// <param name="compute">Computes it; what it refuses is not kept.</param>
    /// <param name="parser">Reads a kept answer.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    public async Task<T> GetAsync<T>(IMessage request, string basis, Func<T> compute, MessageParser<T> parser, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        var key = $"{Build}:{request.Descriptor.Name}:{RequestDigest.Of(request)}:{basis}";
        var bytes = await cache.GetOrCreateAsync(key, compute, static (create, _) => ValueTask.FromResult(create().ToByteArray()), cancellationToken: cancellation);
        return parser.ParseFrom(bytes);
    }
}
