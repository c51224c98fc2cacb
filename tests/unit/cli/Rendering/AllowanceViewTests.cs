using SlaPlatform.Cli.Commands.Allowances;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Tests.Rendering;

public sealed class AllowanceViewTests
{
    [Fact]
    public void Moved_FromOneAccountToOthers_NeedsNoSigns() =>
        Assert.Equal("reserved to available 0.25, consumed 1.75", AllowanceView.Moved([Of("available", "0.25"), Of("reserved", "-2"), Of("consumed", "1.75")]));

    [Fact]
    public void Moved_FromSeveral_SaysHowMuchOfEach() => Assert.Equal("available 10, granted 2 to expired 12", AllowanceView.Moved([Of("available", "-10"), Of("granted", "-2"), Of("expired", "12")]));

    private static Posting Of(string account, string quantity) => new() { LedgerAccount = account, Quantity = quantity };
}
