using NodaTime;
using NodaTime.Text;
using SlaPlatform.Cli.Commands.Obligations;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class ObligationWindowTests
{
    [Theory]
    [InlineData(null, null, "2026-05-02", "2027-06-02")]
    [InlineData("2026-01-01", null, "2026-01-01", "2027-06-02")]
    [InlineData("2027-01-01", null, "2027-01-01", "2028-01-02")]
    [InlineData(null, "2026-03-01", "2026-01-30", "2026-03-01")]
    [InlineData("2020-01-01", "2030-01-01", "2020-01-01", "2030-01-01")]
    public void Window_OneEndGiven_MovesTheOther(string? from, string? until, string first, string last) =>
        Assert.Equal((Date(first), Date(last)), ObligationCommand.Window(new LocalDate(2026, 6, 1), Date(from), Date(until)));

    private static LocalDate? Date(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
