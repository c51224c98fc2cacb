using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;
using SlaPlatform.VirtualTime.Store;
using Xunit.Sdk;

namespace SlaPlatform.VirtualTime;

/// <summary>Whatever befalls a cluster, its tickets end as their facts and record times alone say. <see cref="Seeds"/> says how to run more lives, and one of them again.</summary>
public sealed class LivesOfClusterTests
{
    private const int Lives = 500;
    private const int Tries = 300;

    /// <summary>How often everything must happen in as many lives: a law about what never comes proves nothing.</summary>
    private const int Fewest = 50;

    [Fact]
    public void Run_UnderFaults_LosesNothingDoublesNothingAndTellsEveryWatcher()
    {
        var total = new Tally();
        Seeds.Check(Lives, seed => total.Add(Live(seed).Tally));

        TestContext.Current.TestOutputHelper?.WriteLine(total.ToString());
        if (total.Lives >= Lives)
        {
            Assert.All(Enum.GetValues<Happening>(), happening => Assert.True(total[happening] >= Fewest, $"{happening} happened only {total[happening]} times."));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(159)]
    public void Run_TheSameSeedAgain_TellsTheSameStory(ulong seed) => Assert.Equal(Live(seed).Trace.Lines, Live(seed).Trace.Lines);

    [Theory]
    [InlineData(Sabotage.IgnoredLength)]
    [InlineData(Sabotage.ForgottenRequests)]
    [InlineData(Sabotage.LostRetractions)]
    [InlineData(Sabotage.UnwrittenAppends)]
    [InlineData(Sabotage.LostWakes)]
    [InlineData(Sabotage.StaleWakes)]
    [InlineData(Sabotage.HiddenWakes)]
    [InlineData(Sabotage.LostEvents)]
    [InlineData(Sabotage.RepeatedSequences)]
    [InlineData(Sabotage.StaleLists)]
    [InlineData(Sabotage.KeptEpoch)]
    [InlineData(Sabotage.StaleSnapshot)]
    [InlineData(Sabotage.ForeignSnapshot)]
    [InlineData(Sabotage.IgnoredContinues)]
    [InlineData(Sabotage.UnfinishedScripts)]
    [InlineData(Sabotage.SilentTrim)]
    internal void Run_WithABrokenGuarantee_Fails(Sabotage sabotage) =>
        Assert.Contains(Enumerable.Range(0, Tries), seed => Fails((ulong)seed, sabotage));

    private static bool Fails(ulong seed, Sabotage sabotage)
    {
        try
        {
            Live(seed, sabotage);
            return false;
        }
        catch (InvalidOperationException e)
        {
            // A check must notice: a life that breaks in any other way says nothing about the guarantee.
            return e.InnerException is XunitException;
        }
    }

    private static World Live(ulong seed, Sabotage sabotage = Sabotage.None)
    {
        var world = new World(seed, sabotage);
        try
        {
            world.Run();
            return world;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}{Environment.NewLine}{world.Trace}", e);
        }
    }
}
