namespace SlaPlatform.Skeleton;

public sealed class SkeletonTests
{
    [Fact]
    public void Project_Builds_Runs() => Assert.True(true);
}
