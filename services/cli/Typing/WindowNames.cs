using System.Globalization;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Typing;

/// <summary>The windows of a calendar as they were typed: one text for all its days.</summary>
/// <param name="windows">The windows in the order of the request.</param>
/// <param name="others">What was typed for everything else.</param>
internal sealed class WindowNames(IReadOnlyList<WrittenWindow> windows, ITypedNames others) : ITypedNames
{
    public TypedPlace Of(string field) => FieldSegment.Split(field) is [{ Name: "inline_calendar" }, { Name: "windows", Key: { } key }, ..]
        && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < windows.Count
            ? new TypedPlace($"--windows \"{windows[index].Text}\"", windows[index].Day)
            : others.Of(field);
}
