using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Writes a canonical document with the keys of every mapping in another order.</summary>
internal static class KeyShuffle
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Shuffle(ImmutableArray<byte> canonical, Random random) => Shuffled(JsonNode.Parse(canonical.AsSpan())!, random).ToJsonString(Indented);

    private static JsonNode Shuffled(JsonNode node, Random random) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(_ => random.Next()).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Shuffled(entry.Value!, random)))),
        JsonArray list => new JsonArray([.. list.Select(item => Shuffled(item!, random))]),
        _ => node.DeepClone(),
    };
}
