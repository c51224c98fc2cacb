using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>What an update changes.</summary>
internal static class UpdateMasks
{
    /// <summary>The paths of a mask: at least one, all among those that can change.</summary>
    public static ImmutableHashSet<string> Read(RequestChecks checks, FieldMask? mask, params string[] changeable)
    {
        if (mask is null || mask.Paths.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "update_mask", $"It is empty; name what to change: {string.Join(", ", changeable)}.");
            return [];
        }

        foreach (var path in mask.Paths.Except(changeable))
        {
            var shown = path.Length <= 60 ? path : path[..60] + "...";
            checks.Add(ErrorReason.InvalidUpdateMask, "update_mask", $"'{shown}' cannot be changed; name some of {string.Join(", ", changeable)}.");
        }

        return [.. mask.Paths];
    }
}
