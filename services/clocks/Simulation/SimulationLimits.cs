using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>What a simulation may ask for; the contract documents each bound.</summary>
internal static class SimulationLimits
{
    public const int Facts = 2000;

    public const int Scenarios = 20;

    /// <summary>The most facts times scenarios of one comparison: each fact is folded with all that came before it, under every scenario.</summary>
    public const int FactsUnderScenarios = 10_000;

    public const int ScenariosOfStream = 100;

    /// <summary>The most stories of a portfolio.</summary>
    public const int Stories = 10_000;

    /// <summary>The most facts of a portfolio's stories.</summary>
    public const int FactsOfStories = 200_000;

    public const int ReadingCombinations = 200;

    /// <summary>How far after the opening a simulation may run: as far as a calendar answers.</summary>
    public static Duration Span => CalendarRange.Horizon;
}
