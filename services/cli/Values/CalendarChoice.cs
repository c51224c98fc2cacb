using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Typing;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Values;

/// <summary>The options that name a calendar or write one out.</summary>
internal sealed class CalendarChoice
{
    private readonly Option<string?> _calendar = new("--calendar") { Description = "A calendar of a policy, such as xtm/24x5.", HelpName = "name" };
    private readonly Option<string?> _windows = new("--windows") { Description = "Weekly windows, such as \"mon-fri 09:00-18:00, sat 10:00-12:00\"; needs --zone.", HelpName = "windows" };
    private readonly Option<bool> _always = new("--always") { Description = "Around the clock." };
    private readonly Option<string[]> _closed = new("--closed") { Description = "A holiday: date or date=label. May be repeated.", HelpName = "date" };
    private readonly Option<string?> _businessDay = new("--business-day") { Description = "Length of a business day such as 9h, or same_time.", HelpName = "length" };

    public void AddTo(Command command)
    {
        command.Options.Add(_calendar);
        command.Options.Add(_windows);
        command.Options.Add(_always);
        command.Options.Add(_closed);
        command.Options.Add(_businessDay);
    }

    /// <summary>The calendar's name, or the calendar written out; exactly one is set.</summary>
    public (string? Name, BusinessCalendar? Inline) Read(CommandContext context)
    {
        var (name, windows, always) = (context.Value(_calendar), context.Value(_windows), context.Value(_always));
        if ((name is null ? 0 : 1) + (windows is null ? 0 : 1) + (always ? 1 : 0) != 1)
        {
            throw new UsageException("--calendar", "exactly one calendar is needed.", "Give --calendar xtm/24x5, or --windows \"mon-fri 09:00-18:00\" with --zone, or --always.");
        }

        return name is not null ? (ShortNames.Calendar("--calendar", name), null) : (null, Inline(context, windows, always));
    }

    private BusinessCalendar Inline(CommandContext context, string? windows, bool always)
    {
        var zone = context.Zone?.Id ?? (always ? "" : throw new UsageException("--zone", "windows need a time zone.", "Add --zone Europe/Paris."));
        var calendar = new BusinessCalendar { TimeZone = zone, Always = always };
        if (windows is not null)
        {
            var written = WindowsText.Parse("--windows", windows).ToArray();
            calendar.Windows.Add(written.Select(window => window.Window));
            context.Typed = new WindowNames(written, context.Typed);
        }

        foreach (var closed in context.Value(_closed) ?? [])
        {
            var parts = closed.Split('=', 2);
            calendar.Exceptions.Add(new CalendarException { Date = DateText.Parse("--closed", parts[0]), Label = parts.Length == 2 ? parts[1] : "holiday" });
        }

        calendar.BusinessDay = context.Value(_businessDay) switch
        {
            null => null,
            "same_time" => new BusinessDay { SameTime = true },
            var length => new BusinessDay { OpenDuration = DurationText.Parse("--business-day", length).ToProtobufDuration() },
        };
        return calendar;
    }
}
