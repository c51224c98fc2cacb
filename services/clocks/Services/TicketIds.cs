using System.Security.Cryptography;

namespace SlaPlatform.Clocks.Services;

/// <summary>Ids of tickets that callers do not name.</summary>
internal static class TicketIds
{
    private static readonly byte[] Namespace = Guid.ParseExact("5b0f6f0e-8a1c-5e0c-9d6b-0c0f5a7c1d2e", "D").ToByteArray(bigEndian: true);

    /// <summary>The UUID (version 5, RFC 9562) of a request id: a repeated request finds the same ticket, in the same shard.</summary>
    public static string Of(string requestId)
    {
        var name = Guid.ParseExact(requestId, "D").ToByteArray(bigEndian: true);
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; nothing rests on its strength.
        var bytes = SHA1.HashData([.. Namespace, .. name])[..16];
#pragma warning restore CA5350
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
