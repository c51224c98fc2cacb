namespace SlaPlatform.BusinessTime.Tests;

public sealed class ValidatedTests
{
    private static readonly Violation First = new("a", "A is missing.");
    private static readonly Violation Second = new("b", "B is missing.");

    [Fact]
    public void All_SomeInvalid_CollectsEveryViolation()
    {
        var all = Validated.All([Validated.Invalid<int>(First), Validated.Valid(1), Validated.Invalid<int>(Second)]);

        Assert.Equal(Validated.Invalid<int>(First, Second).Violations, all.Violations);
    }

    [Fact]
    public void All_AllValid_KeepsTheOrder() => Assert.Equal([3, 1, 2], Validated.All([Validated.Valid(3), Validated.Valid(1), Validated.Valid(2)]).OrThrow());

    [Fact]
    public void MapAndThen_Invalid_KeepTheViolations()
    {
        var invalid = Validated.Invalid<int>(First);

        Assert.Equal(Validated.Invalid<string>(First), invalid.Map(i => "x"));
        Assert.Equal(Validated.Invalid<string>(First), invalid.Then(i => Validated.Valid("x")));
        Assert.Equal(Validated.Invalid<string>(Second), Validated.Valid(1).Then(i => Validated.Invalid<string>(Second)));
        Assert.Equal(Validated.Valid("1"), Validated.Valid(1).Map(i => $"{i}"));
    }

    [Fact]
    public void OrThrow_Invalid_ListsTheViolations() =>
        Assert.Contains("a: A is missing.", Assert.Throws<InvalidOperationException>(() => Validated.Invalid<int>(First).OrThrow()).Message, StringComparison.Ordinal);

    [Fact]
    public void Invalid_WithoutReason_IsAnArgumentError() => Assert.Throws<ArgumentException>(() => Validated.Invalid<int>());
}
