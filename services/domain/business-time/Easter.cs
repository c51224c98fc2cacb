using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>Western Easter by the anonymous Gregorian computus (the Meeus/Jones/Butcher algorithm), exact for every Gregorian year.</summary>
internal static class Easter
{
    public static LocalDate Sunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var position = epact + weekday - 7 * late + 114;
        return new LocalDate(year, position / 31, position % 31 + 1);
    }
}
