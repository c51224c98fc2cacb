using System.Collections.Immutable;

namespace SlaPlatform.Rpc.Requests;

/// <summary>A page of a list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="NextPageToken">The token of the page after it; empty on the last.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string NextPageToken);
