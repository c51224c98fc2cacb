using NodaTime;

namespace SlaPlatform.Sql;

/// <summary>Instants as precise as stores keep them.</summary>
public static class StoredTime
{
    extension(TimeProvider time)
    {
        /// <summary>Now, to 100 ns.</summary>
        public Instant GetStoredInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }

    /// <summary>The instant without what a store cannot keep: to 100 ns.</summary>
    /// <param name="instant">Any instant.</param>
    public static Instant ToStored(this Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
