using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>Add and Measure of ours and of the naive loop. Every answer goes into a sum that is returned, so that none is optimised away.</summary>
public class BusinessTimeBenchmarks
{
    /// <summary>Different starts, so that neither branches nor caches are those of one question.</summary>
    private const int Ours = 512;

    private const int Naive = 16;

    private CompiledCalendar calendar = null!;
    private NaiveDays naive = null!;
    private ImmutableArray<Question> questions;

    [ParamsSource(nameof(Calendars))]
    public string Calendar { get; set; } = "";

    [ParamsSource(nameof(Distances))]
    public string Distance { get; set; } = "";

    public static IEnumerable<string> Calendars => Hours.All.Select(hours => hours.Name);

    public static IEnumerable<string> Distances => BusinessTime.Distance.All.Select(distance => distance.Name);

    /// <summary>Prepares the questions, and refuses to time sides that do not agree.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var hours = Hours.All.Single(item => item.Name == Calendar);
        calendar = hours.Define().Compile();
        naive = new NaiveDays(hours);
        questions = Question.Of(calendar, BusinessTime.Distance.All.Single(item => item.Name == Distance), Ours);
        foreach (var question in questions)
        {
            if (calendar.Add(question.Start, question.Amount) != naive.Add(question.Start, question.Amount)
                || calendar.Measure(question.Start, question.End) != naive.Measure(question.Start, question.End))
            {
                throw new InvalidOperationException($"The naive loop and the calendar {Calendar} disagree on {question}.");
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Ours)]
    public long Add()
    {
        var sum = 0L;
        foreach (var question in questions)
        {
            sum ^= calendar.Add(question.Start, question.Amount).ToUnixTimeTicks();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Ours)]
    public long Measure()
    {
        var sum = 0L;
        foreach (var question in questions)
        {
            sum ^= calendar.Measure(question.Start, question.End).BclCompatibleTicks;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Naive)]
    public long NaiveAdd()
    {
        var sum = 0L;
        for (var i = 0; i < Naive; i++)
        {
            sum ^= naive.Add(questions[i].Start, questions[i].Amount).ToUnixTimeTicks();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Naive)]
    public long NaiveMeasure()
    {
        var sum = 0L;
        for (var i = 0; i < Naive; i++)
        {
            sum ^= naive.Measure(questions[i].Start, questions[i].End).BclCompatibleTicks;
        }

        return sum;
    }
}
