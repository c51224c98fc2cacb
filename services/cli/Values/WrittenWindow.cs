using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Values;

/// <summary>A weekly window and the text that it was read from, which may stand for several days.</summary>
/// <param name="Window">The window of one weekday.</param>
/// <param name="Text">What was typed, such as <c>mon-fri 09:00-18:00</c>.</param>
/// <param name="Day">The weekday as it is typed.</param>
internal sealed record WrittenWindow(WeeklyWindow Window, string Text, string Day);
