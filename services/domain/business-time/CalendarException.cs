using System.Collections.Immutable;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// Replaces the weekly windows that open on certain dates. A literal date outranks a yearly rule for the same date;
/// of several yearly rules the first listed applies.
/// </summary>
public abstract record CalendarException
{
    private CalendarException(DateRule on) => On = on;

    /// <summary>The dates on which it applies.</summary>
    public DateRule On { get; }

    /// <summary>
    /// A holiday: closed from 00:00 to 24:00 of the date. It cuts a window that runs into it from the date before.
    /// </summary>
    public sealed record Closed : CalendarException
    {
        /// <summary>A holiday on the given dates.</summary>
        /// <param name="on">The dates.</param>
        /// <param name="name">What explanations call it; 1 to 200 characters.</param>
        public Closed(DateRule on, string name) : base(on) => Name = name;

        /// <summary>What explanations call the holiday.</summary>
        public string Name { get; }
    }

    /// <summary>
    /// Other hours than the weekday's, as a half day or an extra Saturday. A window that runs in from the date before stays.
    /// </summary>
    public sealed record OtherWindows : CalendarException
    {
        /// <summary>Other hours on the given dates.</summary>
        /// <param name="on">The dates.</param>
        /// <param name="windows">At least one; they must not overlap.</param>
        public OtherWindows(DateRule on, params IEnumerable<DailyWindow> windows) : base(on) => Windows = [.. windows];

        /// <summary>The hours that apply.</summary>
        public ImmutableArray<DailyWindow> Windows { get; }

        /// <summary>Equal when the dates and the windows, in order, are equal.</summary>
        public bool Equals(OtherWindows? other) => other is not null && On == other.On && Windows.SequenceEqual(other.Windows);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(On, Sequences.HashOf(Windows));
    }
}
