using NodaTime;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>Instants as precise as the store keeps them.</summary>
internal static class StoredTime
{
    extension(TimeProvider time)
    {
        /// <summary>Now, to 100 ns.</summary>
        public Instant GetStoredInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }

    /// <summary>The instant without what the store cannot keep.</summary>
    public static Instant ToStored(this Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
