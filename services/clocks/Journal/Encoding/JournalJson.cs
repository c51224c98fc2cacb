using System.Text.Json.Serialization;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>The stored forms. Fields may be added under the same version when a reader may ignore them; anything else is a new version.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EntryData))]
[JsonSerializable(typeof(FactData))]
[JsonSerializable(typeof(DigestData))]
[JsonSerializable(typeof(EventData))]
[JsonSerializable(typeof(SnapshotData))]
[JsonSerializable(typeof(StepData<string[]>), TypeInfoPropertyName = "StepOfStrings")]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = JournalKeys.Format;

    /// <summary>Refuses another version.</summary>
    public static void RequireVersion(int version, string what)
    {
        if (version != Version)
        {
            throw new JournalFormatException($"A stored {what} has version {version}, this service reads {Version}; use the version that wrote it.");
        }
    }
}
