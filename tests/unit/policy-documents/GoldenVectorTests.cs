using System.Text.Json;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class GoldenVectorTests
{
    public static TheoryData<string, string> Milestones => Named("milestone");

    public static TheoryData<string, string> Ladders => Named("ladder");

    [Theory]
    [MemberData(nameof(Milestones))]
    public void Run_MilestoneVector_GivesWhatIsExpected(string file, string name)
    {
        var vector = Find(file, name);

        var milestone = VectorRun.Of(vector).Milestone(vector);

        Assert.NotEmpty(vector.Expected.EnumerateObject());
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "state":
                    Assert.Equal(expected.Value.GetString(), JsonNamingPolicy.SnakeCaseLower.ConvertName(milestone.State.ToString()));
                    break;
                case "start_time":
                    Assert.Equal(VectorRun.Time(vector.Expected, "start_time"), milestone.StartTime);
                    break;
                case "due_time":
                    Assert.Equal(VectorRun.Time(vector.Expected, "due_time"), milestone.DueTime);
                    break;
                default:
                    Assert.Equal("local", expected.Name);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ladders))]
    public void Run_LadderVector_ReachesItsRungs(string file, string name)
    {
        var vector = Find(file, name);

        var rungs = VectorRun.Of(vector).Signals.Where(signal => signal.Kind == SignalKind.RungReached);

        Assert.Equal(
            vector.Expected.GetProperty("rungs").EnumerateArray().Select(rung => (rung.GetProperty("level").GetInt32(), rung.GetProperty("role").GetString()!, VectorRun.Time(rung, "time"))),
            rungs.Select((rung, index) => (index + 1, rung.Role, rung.DueTime)));
    }

    [Fact]
    public void All_Vectors_HaveNamesOfTheirOwn() => Assert.Distinct(Vector.All().Select(vector => vector.Name));

    private static Vector Find(string file, string name) => Vector.All().Single(vector => vector.File == file && vector.Name == name);

    private static TheoryData<string, string> Named(string kind) =>
        [.. Vector.All().Where(vector => vector.Text("kind") == kind).Select(vector => (vector.File, vector.Name))];
}
