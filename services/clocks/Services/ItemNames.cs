using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Services;

/// <summary>What the answer to an item of a stream repeats of it. What is too long to be a name is left out: an answer stays small whatever was sent.</summary>
internal static class ItemNames
{
    public static string RequestId(string told) => told.Length <= Limits.CodeCharacters ? told : "";

    public static string Ticket(string told) => told.Length <= Limits.ResourceNameCharacters ? told : "";
}
