using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>What an import says of tickets that it does not take over.</summary>
public sealed class ImportRefusalTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private const string Account = "accounts/xtm.gold";
    private const string Received = "2025-03-03T09:00:00Z";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportTickets_SignalsFromTheFuture_IsRefused()
    {
        var ticket = Imported.Ended();
        ticket.SignalsFromTime = FromNow(TimeSpan.FromDays(365));

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.FieldOutOfRange), ((StatusCode)answer.Status.Code, Imported.ReasonOf(answer)));
        Assert.Equal(["signals_from_time"], FieldsOf(answer));
    }

    [Fact]
    public async Task ImportTickets_SignalsFromAMomentAhead_IsTakenAsNow()
    {
        var ticket = Imported.Ended();
        ticket.SignalsFromTime = FromNow(TimeSpan.FromSeconds(50));

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        var history = await clock.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = answer.Ticket }, cancellationToken: Cancel);
        Assert.True(history.Entries[0].Fact.Opened.SignalsFromTime < ticket.SignalsFromTime);
    }

    [Fact]
    public async Task ImportTickets_OtherContentUnderTheId_SaysHowTheTicketCameAndWhatToDo()
    {
        var imported = Imported.Ended();
        var other = Imported.Again(imported);
        other.Facts.RemoveAt(2);
        var live = Imported.Ended();
        await clock.Client.OpenTicketAsync(live.Open, cancellationToken: Cancel);

        var answers = await Imported.ImportAsync(clock.Client, imported, other, live);

        Assert.Contains("was imported with another content", answers[1].Status.Message, StringComparison.Ordinal);
        Assert.Contains("was opened here", answers[2].Status.Message, StringComparison.Ordinal);
        Assert.All(answers.Skip(1), answer => Assert.Contains("RecordFact", answer.Status.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImportTickets_LevelThatTriageRefuses_NamesItWithinTheOpening()
    {
        var ticket = Imported.Ended();
        (ticket.Open.Level, ticket.Open.Report) = (9, new IncidentReport { WhatFails = "login" });

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal(["open.level"], FieldsOf(answer));
    }

    [Fact]
    public async Task ImportTickets_PlansAndAgreementsThatCannotBe_AreAllNamed()
    {
        var ticket = Imported.Ticket(
            Account,
            Received,
            (1, Move("policies/xtm/plans/tin")),
            (2, Agreed($"{Account}/contacts/gone")),
            (3, Move("policies/xtm/plans/silver")),
            (4, Move("policies/nothing/plans/gold")),
            (5, Agreed("accounts/other/contacts/ana")));

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal(StatusCode.InvalidArgument, (StatusCode)answer.Status.Code);
        var faults = answer.Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations;
        Assert.Equal(
            [
                ("facts[0].fact.plan_changed.plan", "PLAN_NOT_FOUND"),
                ("facts[1].fact.severity_changed.agreed_by_contact", "UNKNOWN_CONTACT"),
                ("facts[3].fact.plan_changed.plan", "POLICY_NOT_FOUND"),
                ("facts[4].fact.severity_changed.agreed_by_contact", "UNKNOWN_CONTACT"),
            ],
            faults.Select(fault => (fault.Field, fault.Reason)).Order());
    }

    [Fact]
    public async Task ImportTickets_IdsOfAnyLength_AreNotSentBack()
    {
        var ticket = new ImportTicketsRequest { Open = new OpenTicketRequest { RequestId = new string('r', 100_000) } };

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal((StatusCode.InvalidArgument, ""), ((StatusCode)answer.Status.Code, answer.RequestId));
        Assert.InRange(answer.CalculateSize(), 1, 10_000);
    }

    private static FactBody Move(string plan) => new() { PlanChanged = new PlanChanged { Plan = plan } };

    private static FactBody Agreed(string contact) => new() { SeverityChanged = new SeverityChanged { VerifiedLevel = 2, AgreedByContact = contact } };

    private static Timestamp FromNow(TimeSpan ahead) => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow() + ahead);

    private static IEnumerable<string> FieldsOf(ImportTicketsResponse answer) =>
        answer.Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field);
}
