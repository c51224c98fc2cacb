using SlaPlatform.LocalHosting.Processes;

namespace SlaPlatform.LocalHosting.Tests.Processes;

public sealed class RestartPolicyTests
{
    [Theory]
    [InlineData(1, 250)]
    [InlineData(2, 500)]
    [InlineData(6, 8000)]
    [InlineData(7, 10000)]
    public void DelayBefore_RestartsInARow_DoublesUpToTheBound(int restart, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RestartPolicy.Default.DelayBefore(restart));
}
