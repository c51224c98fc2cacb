using NodaTime;
using SlaPlatform.Benchmarks.Reporting;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>Business-time arithmetic beside what else one could use.</summary>
internal sealed class BusinessTimeSuite : ISuite
{
    private const double MostNanoseconds = 150;

    // Ten years take moment-business-time seconds a question.
    private const int QuestionsForJavaScript = 8;
    private const int LongQuestionsForJavaScript = 2;

    public string Name => "time";

    public string Title => "Business time: Add and Measure";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var costs = MicroBenchmarks.Run<BusinessTimeBenchmarks>(run);
        var questions = Hours.All.SelectMany(hours => Distance.All.Select(distance =>
            (Hours: hours, Distance: distance, Questions: (IReadOnlyList<Question>)Question.Of(hours.Define().Compile(), distance, CountOf(distance))))).ToList();
        var node = await JavaScript.RunAsync(questions, run.Choose(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(60)));
        var table = new Table(
            "<calendar", "<distance", "<operation", "ours", "allocated", "naive day loop", "ratio", "moment-business-time", "ratio", "dayjs-business-time", "ratio", "<other answers");
        foreach (var (hours, distance, asked) in questions)
        {
            foreach (var operation in new[] { "Add", "Measure" })
            {
                var ours = costs[(operation, $"{hours.Name}|{distance.Name}")];
                var naive = costs[($"Naive{operation}", $"{hours.Name}|{distance.Name}")];
                var theirs = node?.Results.Where(item => item.Calendar == hours.Name && item.Distance == distance.Name && item.Operation == operation).ToList() ?? [];
                var expected = Expected(hours, asked, operation);
                table.Add(
                    [hours.Name, distance.Name, operation, Figures.Nanoseconds(ours.Nanoseconds), $"{ours.Bytes} B",
                     Figures.Nanoseconds(naive.Nanoseconds), Figures.Ratio(naive.Nanoseconds / ours.Nanoseconds),
                     .. Cells("moment-business-time"), .. Cells("dayjs-business-time"),
                     Differences(theirs, expected)]);

                string[] Cells(string library) => theirs.Find(item => item.Library == library) is { } found
                    ? [Figures.Nanoseconds(found.Nanoseconds), Figures.Ratio(found.Nanoseconds / ours.Nanoseconds)]
                    : ["-", "-"];
            }
        }

        return new Section(Name, Title)
            .Add($"""
                Ours answers 512 questions with starts all over a year, the naive loop 16 of them after both agreed on all 512 (BenchmarkDotNet, in process, median of the
                iterations after warm-up). The JavaScript libraries answer {QuestionsForJavaScript} of the same questions ({LongQuestionsForJavaScript} over ten years) and are timed inside node {node?.Version ?? "(not found)"}
                after a warm-up. A ratio is theirs to ours. The last column says how far their answers are from ours at most: neither takes a window that ends at 24:00
                (23:59:59 is as near as they come), so a whole day loses them a second or a minute; zone Europe/Brussels with its clock changes; ten years of holidays are 110 dates.
                """)
            .Add(table)
            .Add(Goals(costs));
    }

    private static IEnumerable<Goal> Goals(IReadOnlyDictionary<(string Method, string Parameters), MicroBenchmarks.Cost> costs)
    {
        var ours = costs.Where(entry => entry.Key.Method is "Add" or "Measure").Select(entry => entry.Value).ToList();
        var slowest = ours.Max(cost => cost.Nanoseconds);
        yield return new Goal("Add and Measure: at most 150 ns", $"slowest {Figures.Nanoseconds(slowest)}", slowest <= MostNanoseconds);
        yield return new Goal("0 B allocated", $"{ours.Max(cost => cost.Bytes)} B", ours.All(cost => cost.Bytes == 0));
        var growth = Sum("ten years") / Sum("an hour");
        yield return new Goal("independent of the distance (ten years at most 1.25 times an hour, over all calendars)", Figures.Ratio(growth), growth <= 1.25);

        double Sum(string distance) => costs
            .Where(entry => entry.Key.Method is "Add" or "Measure" && entry.Key.Parameters.EndsWith(distance, StringComparison.Ordinal))
            .Sum(entry => entry.Value.Nanoseconds);
    }

    private static int CountOf(Distance distance) => distance == Distance.All[^1] ? LongQuestionsForJavaScript : QuestionsForJavaScript;

    private static double[] Expected(Hours hours, IReadOnlyList<Question> questions, string operation)
    {
        var calendar = hours.Define().Compile();
        return [.. questions.Select(question => operation == "Add"
            ? calendar.Add(question.Start, question.Amount).ToUnixTimeMilliseconds()
            : calendar.Measure(question.Start, question.End).TotalMilliseconds)];
    }

    private static string Differences(IEnumerable<JavaScript.Result> theirs, double[] expected)
    {
        var different = theirs
            .Select(result => (result.Library, Largest: result.Answers.Zip(expected, (answer, ours) => Math.Abs(answer - ours)).Max()))
            .Where(result => result.Largest >= 1)
            .Select(result => $"{result.Library.Split('-')[0]} {Text(Duration.FromMilliseconds(result.Largest))}");
        return string.Join(", ", different) is { Length: > 0 } text ? text : "none";
    }

    private static string Text(Duration duration) => duration.TotalHours >= 1 ? $"{Figures.Count(duration.TotalHours)} h"
        : duration.TotalMinutes >= 1 ? $"{Figures.Count(duration.TotalMinutes)} min" : $"{duration.TotalSeconds:0.0} s";
}
