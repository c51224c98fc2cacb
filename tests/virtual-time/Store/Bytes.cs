using System.Text;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>Bytes as text of one character each.</summary>
internal static class Bytes
{
    public static string Of(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    public static byte[] From(string text) => Encoding.Latin1.GetBytes(text);
}
