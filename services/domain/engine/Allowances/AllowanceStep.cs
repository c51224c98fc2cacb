using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>Something that happens to an allowance because of its terms and the time alone.</summary>
public abstract record AllowanceStep
{
    private AllowanceStep(Instant at, Instant periodStart)
    {
        At = at;
        PeriodStart = periodStart;
    }

    /// <summary>When it happens.</summary>
    public Instant At { get; }

    /// <summary>The first instant of the period that it belongs to.</summary>
    public Instant PeriodStart { get; }

    /// <summary>A period begins.</summary>
    public sealed record Opened : AllowanceStep
    {
        internal Opened(Instant at, decimal quantity)
            : base(at, at) => Quantity = quantity;

        /// <summary>Units granted; zero or more.</summary>
        public decimal Quantity { get; }
    }

    /// <summary>Another plan, or a cancellation, for the rest of a period.</summary>
    public sealed record Changed : AllowanceStep
    {
        internal Changed(Instant at, Instant periodStart, decimal quantity)
            : base(at, periodStart) => Quantity = quantity;

        /// <summary>Units that the rest of the period has more (positive) or less (negative), never zero.</summary>
        public decimal Quantity { get; }
    }

    /// <summary>The end of a period comes near.</summary>
    public sealed record Nearing : AllowanceStep
    {
        internal Nearing(Instant at, Instant periodStart, Instant periodEnd, int days)
            : base(at, periodStart)
        {
            PeriodEnd = periodEnd;
            Days = days;
        }

        /// <summary>The end of the period as it was known then.</summary>
        public Instant PeriodEnd { get; }

        /// <summary>How many days before the end this is owed.</summary>
        public int Days { get; }
    }

    /// <summary>A period ends.</summary>
    public sealed record Closed : AllowanceStep
    {
        internal Closed(Instant at, Instant periodStart, bool carriesOver)
            : base(at, periodStart) => CarriesOver = carriesOver;

        /// <summary>Whether what is left is added to the period that begins at the same instant.</summary>
        public bool CarriesOver { get; }
    }
}
