using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Where the policy documents are; configuration section <c>Policies</c>, checked at start.</summary>
internal sealed class PoliciesOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Policies";

    /// <summary>The directory whose <c>*.yaml</c> files are imported at start, relative to the program. Default <c>policies</c>.</summary>
    [Required]
    public string Directory { get; set; } = "policies";

    /// <summary>A further directory, for development. Default: none.</summary>
    public string AdditionalDirectory { get; set; } = "";
}
