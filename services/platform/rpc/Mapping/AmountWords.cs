using System.Globalization;
using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>The words of one language for amounts of time.</summary>
internal sealed record AmountWords(
    (string One, string Many) Second,
    (string One, string Many) Minute,
    (string One, string Many) Hour,
    (string One, string Many) BusinessDay,
    (string One, string Many) CalendarDay,
    (string One, string Many) Month,
    string Gap)
{
    public static AmountWords English { get; } = new(
        ("second", "seconds"), ("minute", "minutes"), ("hour", "hours"), ("business day", "business days"), ("calendar day", "calendar days"), ("month", "months"), " ");

    public static AmountWords French { get; } = new(
        ("seconde", "secondes"), ("minute", "minutes"), ("heure", "heures"), ("jour ouvré", "jours ouvrés"), ("jour calendaire", "jours calendaires"), ("mois", "mois"), " ");

    public static AmountWords Italian { get; } = new(
        ("secondo", "secondi"), ("minuto", "minuti"), ("ora", "ore"), ("giorno lavorativo", "giorni lavorativi"), ("giorno solare", "giorni solari"), ("mese", "mesi"), " ");

    public static AmountWords Chinese { get; } = new(
        ("秒", "秒"), ("分钟", "分钟"), ("小时", "小时"), ("个工作日", "个工作日"), ("个自然日", "个自然日"), ("个月", "个月"), " ");

    public string Say(Amount amount) => amount switch
    {
        Amount.OpenTime open => Say(open.Duration),
        Amount.BusinessDays days => Say(days.Count, BusinessDay),
        Amount.CalendarDays days => Say(days.Count, CalendarDay),
        Amount.CalendarMonths months => Say(months.Count, Month),
        _ => amount.Format(),
    };

    private string Say(Duration duration)
    {
        var seconds = (long)duration.TotalSeconds;
        (long Count, (string, string) Words)[] parts = [(seconds / 3600, Hour), (seconds / 60 % 60, Minute), (seconds % 60, Second)];
        var said = parts.Where(part => part.Count > 0).Select(part => Say(part.Count, part.Words));
        return seconds == 0 ? Say(0, Minute) : string.Join(Gap, said);
    }

    private string Say(long count, (string One, string Many) words) =>
        $"{count.ToString(CultureInfo.InvariantCulture)}{Gap}{(count == 1 ? words.One : words.Many)}";
}
