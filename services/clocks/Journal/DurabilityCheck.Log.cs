namespace SlaPlatform.Clocks.Journal;

internal sealed partial class DurabilityCheck
{
    [LoggerMessage(4011, LogLevel.Warning, "Redis has {Setting} {Value} instead of {Wanted}: {Otherwise}")]
    private partial void NotDurable(string setting, string value, string wanted, string otherwise);

    [LoggerMessage(4012, LogLevel.Warning, "Redis does not show its setting {Setting}; see to it that it works as {Wanted}")]
    private partial void NotVisible(string setting, string wanted);
}
