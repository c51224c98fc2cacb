using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace SlaPlatform.Cli.Rendering;

/// <summary>JSON for programs: messages by the contracts' own JSON mapping with every field present, everything else in camel case.</summary>
internal static class JsonText
{
    private static readonly JsonFormatter.Settings Mapping = JsonFormatter.Settings.Default.WithFormatDefaultValues(true);
    private static readonly JsonFormatter Lines = new(Mapping);
    private static readonly JsonFormatter Pages = new(Mapping.WithIndentation());

    private static readonly JsonSerializerOptions Own = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>On one line, for streams.</summary>
    public static string Line(IMessage message) => Lines.Format(message);

    public static string Indented(IMessage message) => Pages.Format(message);

    public static string Indented<T>(T value) => JsonSerializer.Serialize(value, Own);
}
