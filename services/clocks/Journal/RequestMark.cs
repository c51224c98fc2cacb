namespace SlaPlatform.Clocks.Journal;

/// <summary>What makes two requests the same one.</summary>
/// <param name="Id">The request id, a UUID in lower case.</param>
/// <param name="Digest">The digest of the body.</param>
[GenerateSerializer, Immutable, Alias("clocks.RequestMark")]
internal sealed record RequestMark(string Id, string Digest);
