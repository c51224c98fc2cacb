using NodaTime;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>
/// Why every instance and every client knows a revision before it is in force, without telling each other. A client trusts an answer for 5 s, an answer comes from a book
/// that is at most <see cref="BookLifetime"/> old, and a publication is committed at most <see cref="PreparationLimit"/> and its commit after its time is taken: 9 s of the
/// <see cref="Length"/> of 10. The last second is for the commit itself and for clocks that differ.
/// </summary>
internal static class PublicationNotice
{
    /// <summary>How long before it is in force a revision must be published.</summary>
    public static Duration Length { get; } = Duration.FromSeconds(10);

    /// <summary>For how long after it was begun to be read from the store a book answers what is in force.</summary>
    public static Duration BookLifetime { get; } = Duration.FromSeconds(2);

    /// <summary>How long a publication may take until it is committed.</summary>
    public static Duration PreparationLimit { get; } = Duration.FromSeconds(2);

    /// <summary>How often an instance reads the store of itself, so that no question has to wait for it.</summary>
    public static TimeSpan ReadEvery { get; } = TimeSpan.FromSeconds(1);
}
