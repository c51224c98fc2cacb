using SlaPlatform.Engine.Policies;
using WireSeverity = SlaPlatform.Contracts.Vocabulary.V1.Severity;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Severity levels on the wire.</summary>
public static class SeverityMapping
{
    /// <summary>The level as a message, its texts in a language (BCP 47).</summary>
    public static WireSeverity ToProto(this SeverityLevel level, string language) => new()
    {
        Level = level.Level,
        Label = level.Labels.In(language),
        Title = level.Name.In(language),
        Definition = level.Definition.In(language),
    };
}
