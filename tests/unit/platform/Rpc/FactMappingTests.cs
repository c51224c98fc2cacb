using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class FactMappingTests
{
    private static readonly PlanReference Plan = new(new string('a', 64), "gold", new ServiceTerms { TimeZone = "UTC" });

    public static TheoryData<Fact> Facts { get; } =
    [
        new Fact.AgentResponded(), new Fact.CustomerReplied(), new Fact.WaitingOnCustomer("logs"), new Fact.Paused("third_party"), new Fact.Resumed(),
        new Fact.Confirmed("vendor"), new Fact.Confirmed(null), new Fact.HandedOver("development"), new Fact.WorkaroundProvided(), new Fact.Excluded("beta", "mail"),
        new Fact.ExclusionLifted("beta"), new Fact.Resolved(), new Fact.Reopened(), new Fact.Closed(), new Fact.Merged("other"), new Fact.PlanChanged(Plan),
        new Fact.SeverityChanged { VerifiedLevel = 2, Reason = "worse", Actor = "ana", AgreedBy = "accounts/a/contacts/c" },
        new Fact.SeverityChanged { ClaimedLevel = 1, Reason = "", Actor = "" },
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Read_WhatToProtoWrote_IsEqual(Fact fact)
    {
        var at = Instant.FromUtc(2026, 1, 1, 0, 0);
        var wire = new RecordedFact(2, at, at, fact).ToProto(_ => "xtm");
        var checks = new RequestChecks();

        var read = new FactReader(checks).Read("fact", wire.Body, (_, _) => Plan);

        Assert.Empty(checks.Violations);
        Assert.Equal(fact, read);
    }

    [Fact]
    public void Read_Nothing_IsRefused()
    {
        var checks = new RequestChecks();

        Assert.Null(new FactReader(checks).Read("fact", null, (_, _) => null));
        Assert.Equal("fact", Assert.Single(checks.Violations).Field);
    }

    [Fact]
    public void Read_AHandOverToNobody_NamesTheField()
    {
        var checks = new RequestChecks();
        var body = new FactBody { HandedOver = new HandedOver() };

        Assert.Null(new FactReader(checks).Read("fact", body, (_, _) => null));
        Assert.Equal("fact.handed_over.line", Assert.Single(checks.Violations).Field);
    }
}
