using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Mapping;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using TicketState = SlaPlatform.Engine.Clocks.TicketState;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Tickets as messages, with what the clock knows beside the engine.</summary>
internal sealed class TicketMessages(PlanBooks books, TimeProvider clock)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The terms of plans.</summary>
    public Task<PlanBook> BookOf(IEnumerable<PlanReference> plans) => books.Of(plans);

    /// <summary>The terms of a ticket and how it stands now.</summary>
    public async Task<(PlanBook Book, TicketView View)> Stand(TicketRecord record)
    {
        var book = await books.Of(record.Log.Plans);
        return (book, TicketClock.View(record.Log, book, Now));
    }

    /// <summary>The ticket as it stands now; after a turn as it stood then, a moment ago.</summary>
    public async Task<Wire.Ticket> Of(TicketRecord record, string language)
    {
        var view = record.Stood ?? (await Stand(record)).View;
        var wire = Of(record.Log, view, language);
        var intake = record.Intake;
        wire.Name = new TicketName(record.Id).Format();
        wire.Account = intake.Account;
        wire.Contact = intake.Contact;
        wire.Subscription = intake.Subscription;
        wire.Reference = intake.Reference;
        wire.Product = intake.Product;
        wire.Queue = intake.Queue ?? "";
        wire.Person = intake.Person ?? "";
        wire.Channel = ChoiceMapping.ChannelOfWord(intake.Channel);
        wire.Etag = Etags.Of(record);
        return wire;
    }

    /// <summary>A ticket's log as a message: all that does not depend on who asked for it.</summary>
    public static Wire.Ticket Of(TicketLog log, TicketView view, string language)
    {
        var opening = (Fact.Opened)log.Opened.Fact;
        var wire = view.ToProto(language);
        wire.FactCount = log.FactCount;
        wire.TargetsExemptReason = opening.TargetsExemptReason ?? "";
        wire.Terms.TargetsExemptReason = wire.TargetsExemptReason;
        if (opening.Production is { } production)
        {
            wire.Terms.Production = production;
        }

        if (opening.Unusable is { } unusable)
        {
            wire.Terms.ServiceUnusable = unusable;
        }

        wire.AutoCloseTime = view.AutoCloseTime?.ToTimestamp();
        wire.ResolveTime = view.ResolveTime?.ToTimestamp();
        wire.CloseTime = view.CloseTime?.ToTimestamp();
        wire.MergedInto = view.MergedInto is { } into ? new TicketName(into).Format() : "";
        return wire;
    }

    /// <summary>What a list shows.</summary>
    public static Wire.TicketSummary Of(TicketDigest digest)
    {
        var summary = new Wire.TicketSummary
        {
            Name = new TicketName(digest.TicketId).Format(),
            Account = digest.Account,
            Plan = digest.Plan,
            RulingLevel = digest.Level,
            RulingLabel = digest.Label,
            State = Enum.Parse<TicketState>(digest.State).ToProto(),
            NextDueTime = digest.NextDue?.ToTimestamp(),
            NextDueKind = digest.NextDueKind.Length == 0 ? default : Enum.Parse<MilestoneKind>(digest.NextDueKind).ToProto(),
            BreachCount = digest.Breaches,
            OpenTime = digest.ReceivedTime.ToTimestamp(),
            Reference = digest.Reference,
            Etag = Etags.Of(digest.FactCount),
        };
        if (digest.Claimed is { } claimed)
        {
            summary.ClaimedLevel = claimed;
        }

        if (digest.Verified is { } verified)
        {
            summary.VerifiedLevel = verified;
        }

        return summary;
    }

    /// <summary>A journal record.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="policyOf">The id of the policy of a revision.</param>
    /// <param name="voided">The facts that later ones made void.</param>
    public static Wire.HistoryEntry Of(JournalEntry entry, Func<string, string> policyOf, IReadOnlyDictionary<long, string> voided) => entry switch
    {
        JournalEntry.Told told => new Wire.HistoryEntry { Fact = Of(told, policyOf, voided.GetValueOrDefault(told.Fact.Sequence) ?? "") },
        JournalEntry.Raised raised => new Wire.HistoryEntry { Signal = raised.Signal.ToProto() },
        _ => throw new InvalidOperationException($"{entry} is no known journal entry."),
    };

    /// <summary>A fact with its note.</summary>
    public static Wire.Fact Of(JournalEntry.Told told, Func<string, string> policyOf, string voidCause)
    {
        var wire = told.Fact.ToProto(policyOf, voidCause, told.Note.Actor);
        if (wire.Opened is { } opened && told.Note.Intake is { } intake)
        {
            opened.Account = intake.Account;
            opened.Contact = intake.Contact;
            opened.Subscription = intake.Subscription;
            opened.Channel = ChoiceMapping.ChannelOfWord(intake.Channel);
            opened.ChannelIdentity = intake.ChannelIdentity;
            opened.Product = intake.Product;
            opened.OverrideReason = intake.OverrideReason;
            opened.Reference = intake.Reference;
        }
        else if (wire.Body?.Closed is { } closed)
        {
            closed.Reason = told.Note.Reason;
        }

        return wire;
    }
}
