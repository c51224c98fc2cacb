namespace SlaPlatform.BusinessTime;

/// <summary>
/// The answer needs more than <see cref="CalendarRange.Horizon"/> of calendar, or an instant lies outside
/// <see cref="CalendarRange.Earliest"/> to <see cref="CalendarRange.Latest"/>.
/// </summary>
public sealed class CalendarHorizonException : Exception
{
    /// <summary>With a general message.</summary>
    public CalendarHorizonException() : this("The answer lies beyond the calendar's horizon; ask within 20 years and 1900 to 2200.")
    {
    }

    /// <summary>With a message.</summary>
    public CalendarHorizonException(string message) : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public CalendarHorizonException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
