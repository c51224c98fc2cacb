using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Tests.Rendering;

public sealed class EventTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(400, "0.4 ms")]
    [InlineData(12_500, "12.5 ms")]
    [InlineData(1_250_000, "1.250 s")]
    [InlineData(3_723_000_000, "1 h 2 m 3 s")]
    public void Lateness_OfMicroseconds_IsInItsOwnUnit(long microseconds, string text) =>
        Assert.Equal(text, EventText.Lateness(new Signal { LatenessDuration = Duration.FromNanoseconds(microseconds * 1000).ToProtobufDuration() }));

    [Fact]
    public void Lateness_NotGiven_IsEmpty() => Assert.Equal("", EventText.Lateness(new Signal()));
}
