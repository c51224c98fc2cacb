namespace SlaPlatform.Rpc.Requests;

/// <summary>What requests may hold. Every bound is inclusive; the protos document them field by field.</summary>
public static class Limits
{
    /// <summary>The largest message a service receives: 16 MiB.</summary>
    public const int MessageBytes = 16 * 1024 * 1024;

    /// <summary>Items of a page when the request says 0.</summary>
    public const int DefaultPageSize = 100;

    /// <summary>The most items of a page; more is taken as this.</summary>
    public const int MostPageSize = 1000;

    /// <summary>The most characters of a page token.</summary>
    public const int PageTokenCharacters = 2000;

    /// <summary>The most characters of a resource name.</summary>
    public const int ResourceNameCharacters = 400;

    /// <summary>The most characters of an id, a label or a code.</summary>
    public const int CodeCharacters = 100;

    /// <summary>The most characters of a language tag.</summary>
    public const int LanguageCharacters = 35;

    /// <summary>The most characters of a title or short text.</summary>
    public const int TitleCharacters = 200;

    /// <summary>The most characters of a long text.</summary>
    public const int TextCharacters = 20_000;

    /// <summary>The most readings a request may choose.</summary>
    public const int Readings = 50;

    /// <summary>The most calendars a subscription may override.</summary>
    public const int CalendarOverrides = 20;

    /// <summary>The most plans that are compared at once.</summary>
    public const int ComparedPlans = 20;

    /// <summary>The largest iCalendar text: 1 MiB of characters.</summary>
    public const int HolidayFileCharacters = 1024 * 1024;

    /// <summary>The most segments an answer lists.</summary>
    public const int ListedSegments = 10_000;

    /// <summary>The gravest severity level.</summary>
    public const int GravestLevel = 1;

    /// <summary>The mildest severity level that any policy may have.</summary>
    public const int MildestLevel = 9;
}
