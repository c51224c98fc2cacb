using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace SlaPlatform.Sql.Conversions;

/// <summary>Stores instants as ticks of 100 ns since 1970, so that they compare and sort as numbers.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(),
    ticks => Instant.FromUnixTimeTicks(ticks));
