using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class MilestoneMappingTests
{
    [Fact]
    public void Parse_WhatToTextWrote_IsEqual() => Assert.All(
        Enum.GetValues<MilestoneKind>(), kind => Assert.Equal(new MilestoneId(kind, 7), MilestoneMapping.Parse(new MilestoneId(kind, 7).ToText())));

    [Theory]
    [InlineData("")]
    [InlineData("update")]
    [InlineData("update.")]
    [InlineData("update.-1")]
    [InlineData("lunch.1")]
    public void Parse_AnotherForm_IsNothing(string text) => Assert.Null(MilestoneMapping.Parse(text));

    [Fact]
    public void ToProto_EveryChoice_HasTheNameOfTheDomains()
    {
        Assert.All(Enum.GetValues<MilestoneKind>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<MilestoneState>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<SignalKind>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<TicketState>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<StartEvent>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<DerivationRule>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
        Assert.All(Enum.GetValues<SeverityRuling>(), value => Assert.Equal(value.ToString(), value.ToProto().ToString()));
    }

    [Theory]
    [InlineData("90s", "en", "1 minute 30 seconds")]
    [InlineData("1 business_day", "fr", "1 jour ouvré")]
    [InlineData("2 months", "it", "2 mesi")]
    [InlineData("4h", "zh", "4 小时")]
    public void Say_AnAmount_IsInTheLanguage(string amount, string language, string said) =>
        Assert.Equal(said, TargetWords.In(language).Say(Amount.Parse(amount, "amount").OrThrow()));
}
