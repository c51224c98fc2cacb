using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Catalog;
using DayOfWeek = Google.Type.DayOfWeek;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests of the catalog.</summary>
internal static class CatalogSeeds
{
    private static readonly Timestamp Monday = new() { Seconds = 1_780_300_800 };

    public static Dictionary<string, Seed[]> Of(PlanCatalogService.PlanCatalogServiceClient catalog) => new()
    {
        ["PlanCatalogService.GetPolicy"] = [Seed.Of(() => new GetPolicyRequest { Name = "policies/xtm", AsOfTime = Monday, Language = "fr" })],
        ["PlanCatalogService.ListPolicies"] = [Seed.Of(() => new ListPoliciesRequest { PageSize = 2, Language = "it" })],
        ["PlanCatalogService.ListPolicyRevisions"] = [Seed.Of(() => new ListPolicyRevisionsRequest { Policy = "policies/xtm", PageSize = 2 })],
        ["PlanCatalogService.GetPlan"] = [Seed.Of(() => new GetPlanRequest { Name = "policies/xtm/plans/gold", AsOfTime = Monday, Language = "en" })],
        ["PlanCatalogService.ListPlans"] = [Seed.Of(() => new ListPlansRequest { Parent = "policies/xtm", PageSize = 2, Language = "en" })],
        ["PlanCatalogService.GetBusinessCalendar"] = [Seed.Of(() => new GetBusinessCalendarRequest { Name = "policies/xtm/calendars/developers", AsOfTime = Monday })],
        ["PlanCatalogService.ComparePlans"] =
            [Seed.Of(() => new ComparePlansRequest { Plans = { "policies/domo/plans/gold", "policies/domo/plans/silver" }, Language = "en", Readings = { ["sev2-start"] = "gated" } })],
        ["PlanCatalogService.ResolveTargets"] = [Seed.Of(() => new ResolveTargetsRequest
        {
            Plan = "policies/domo/plans/gold",
            Level = 1,
            AsOfTime = Monday,
            Readings = { ["sev2-start"] = "gated" },
            TimeZone = "Europe/Brussels",
            CalendarOverrides = { ["business-hours"] = Calendar() },
            Language = "en",
        })],
        ["PlanCatalogService.ValidatePolicy"] = [Seed.Of(() => new ValidatePolicyRequest { Document = Document() })],
        ["PlanCatalogService.PublishPolicy"] = [Seed.Of(() => new PublishPolicyRequest { Document = Document(), RequestId = Guid.NewGuid().ToString() })],
        ["PlanCatalogService.DiffPolicyRevisions"] = [Seed.After(async cancellation =>
        {
            var revision = (await catalog.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: cancellation)).RevisionName;
            return new DiffPolicyRevisionsRequest { FromRevision = revision, ToRevision = revision, Language = "en" };
        })],
        ["PlanCatalogService.ComputeDueTime"] =
        [
            Seed.Of(() => new ComputeDueTimeRequest { InlineCalendar = Calendar(), Amount = new Amount { OpenDuration = new Duration { Seconds = 7200 } }, StartTime = Monday }),
            Seed.Of(() => new ComputeDueTimeRequest
            {
                Calendar = "policies/collibra/calendars/standard-hours", TimeZone = "Europe/Brussels", Amount = new Amount { BusinessDays = 3 }, StartTime = Monday,
            }),
            Seed.Of(() => new ComputeDueTimeRequest { InlineCalendar = Always(), Amount = new Amount { CalendarMonths = 1 }, StartTime = Monday }) with { Only = "amount" },
            Seed.Of(() => new ComputeDueTimeRequest { InlineCalendar = Always(), Amount = new Amount { CalendarDays = 1 }, StartTime = Monday }) with { Only = "amount" },
        ],
        ["PlanCatalogService.MeasureBusinessTime"] =
            [Seed.Of(() => new MeasureBusinessTimeRequest { InlineCalendar = Calendar(), StartTime = Monday, EndTime = new Timestamp { Seconds = Monday.Seconds + 864_000 } })],
    };

    /// <summary>A calendar with every part that one can have.</summary>
    public static BusinessCalendar Calendar() => new()
    {
        TimeZone = "Europe/Brussels",
        Windows = { new WeeklyWindow { Day = DayOfWeek.Monday, Open = "09:00", Close = "17:00" }, new WeeklyWindow { Day = DayOfWeek.Friday, Open = "09:00", Close = "17:00" } },
        Exceptions = { Holiday(), new CalendarException { EveryYear = new YearlyDate { Month = 12, Day = 24 }, Windows = { new DayWindow { Open = "09:00", Close = "12:00" } }, Label = "Eve" } },
        BusinessDay = new BusinessDay { OpenDuration = new Duration { Seconds = 8 * 3600 } },
    };

    public static CalendarException Holiday() => new() { Date = new Date { Year = 2026, Month = 12, Day = 25 }, Label = "Christmas" };

    private static BusinessCalendar Always() => new() { Always = true };

    private static ByteString Document() => ByteString.CopyFromUtf8(Given.Document(Given.NewId()));
}
