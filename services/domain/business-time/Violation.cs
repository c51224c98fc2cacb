namespace SlaPlatform.BusinessTime;

/// <summary>One thing wrong with a given value.</summary>
/// <param name="Field">Path of the offending field, for example <c>windows[2].close</c>; indexes count from zero.</param>
/// <param name="Description">One sentence: what was wrong, with the value, and what to do instead.</param>
public sealed record Violation(string Field, string Description);
