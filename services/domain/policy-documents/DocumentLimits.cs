namespace SlaPlatform.PolicyDocuments;

/// <summary>What a document may hold at most; one beyond is refused before it is understood.</summary>
public static class DocumentLimits
{
    /// <summary>UTF-8 bytes of a document.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Nested lists and mappings.</summary>
    public const int Depth = 32;

    /// <summary>Aliases (<c>*name</c>).</summary>
    public const int Aliases = 1000;

    /// <summary>Values, those behind aliases counted each time.</summary>
    public const int Values = 100_000;

    /// <summary>Items of one list or entries of one mapping.</summary>
    public const int Items = 5000;

    /// <summary>Characters of one text; an embedded holiday file may fill the document.</summary>
    public const int TextLength = 10_000;

    /// <summary>Embedded holiday files; one behind an alias counts each time.</summary>
    public const int HolidayFiles = 20;

    /// <summary>Plans: as many as can be compared with one another.</summary>
    public const int Plans = 100;

    /// <summary>Readings, as many as a subscription can choose.</summary>
    public const int Readings = 50;

    /// <summary>Options of one reading.</summary>
    public const int Options = 20;

    /// <summary>What the options of all readings replace: each is compared with each.</summary>
    public const int Patches = 500;

    /// <summary>Problems reported; further ones are left out.</summary>
    public const int Problems = 200;
}
