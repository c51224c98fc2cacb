using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Sunsets;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>The golden vectors that need no ticket.</summary>
public sealed class FigureVectorTests
{
    public static TheoryData<string> Availabilities => Named("availability");

    public static TheoryData<string> Sunsets => Named("sunset");

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Run_AvailabilityVector_GivesWhatIsExpected(string name)
    {
        var vector = Find(name);
        var promise = AvailabilityGuarantees.Of(Documents.Policy(vector.Text("policy")).FindPlan(vector.Text("plan"))!)!;

        var figure = new AvailabilityFigure(
            MonthHours.Of(Seconds(vector, "service_duration"), Seconds(vector, "maintenance_duration"), Seconds(vector, "downtime_duration")).OrThrow(), promise);

        Holds(vector, new()
        {
            ["availability_percent"] = Text(figure.Percent),
            ["guarantee_percent"] = Text(figure.GuaranteePercent),
            ["breached"] = figure.IsBreached ? "true" : "false",
            ["credit_percent"] = figure.CreditPercent is { } credit ? Text(credit) : "",
        });
    }

    [Theory]
    [MemberData(nameof(Sunsets))]
    public void Run_SunsetVector_GivesWhatIsExpected(string name)
    {
        var vector = Find(name);
        var rules = SunsetRules.Of(Documents.Policy(vector.Text("policy")))!;
        var term = new DateInterval(Date(vector, "term_start_date"), Date(vector, "term_end_date"));
        var fees = decimal.Parse(vector.Text("prepaid_fees"), CultureInfo.InvariantCulture);

        var currency = Currency.Find(vector.Text("currency"))!;

        var terms = new SunsetTerms(rules, PrepaidTerm.Of(term, Date(vector, "notice_date"), fees, currency).OrThrow());

        var termination = terms.Termination;
        Assert.Equal(vector.Json.GetProperty("minor_digits").GetInt32(), currency.MinorDigits);
        Holds(vector, new()
        {
            ["sunset_end_date"] = Text(terms.SunsetEnd),
            ["termination_allowed"] = termination is null ? "false" : "true",
            ["last_notice_date"] = Text(termination?.LastNotice),
            ["last_effect_date"] = Text(termination?.LastEffect),
            ["refund_days"] = Text(termination?.RefundDays ?? 0),
            ["term_days"] = Text(termination?.TermDays ?? 0),
            ["refund"] = Text(termination?.Refund),
        });
    }

    [Fact]
    public void All_Vectors_AreOfAKindThatIsRun() =>
        Assert.Equal(["assessment", "availability", "ladder", "milestone", "sunset"], Vector.All().Select(vector => vector.Text("kind")).Distinct().Order(StringComparer.Ordinal));

    private static void Holds(Vector vector, Dictionary<string, string> actual)
    {
        var expected = vector.Expected.EnumerateObject().ToDictionary(
            property => property.Name, property => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText());
        Assert.NotEmpty(expected);
        Assert.Equal(expected, expected.Keys.ToDictionary(key => key, key => actual[key]));
    }

    private static TheoryData<string> Named(string kind) => [.. Vector.All().Where(vector => vector.Text("kind") == kind).Select(vector => vector.Name)];

    private static Vector Find(string name) => Vector.All().Single(vector => vector.Name == name);

    private static Duration Seconds(Vector vector, string key) => Duration.FromSeconds(long.Parse(vector.Text(key).TrimEnd('s'), CultureInfo.InvariantCulture));

    private static LocalDate Date(Vector vector, string key) => LocalDatePattern.Iso.Parse(vector.Text(key)).GetValueOrThrow();

    private static string Text(IFormattable? value) => value is LocalDate date ? LocalDatePattern.Iso.Format(date) : value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
