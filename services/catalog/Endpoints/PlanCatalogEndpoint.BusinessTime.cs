using Grpc.Core;
using SlaPlatform.Catalog.Questions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Endpoints;

internal sealed partial class PlanCatalogEndpoint
{
    public override async Task<ComputeDueTimeResponse> ComputeDueTime(ComputeDueTimeRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var start = checks.RequiredTime("start_time", request.StartTime);
        var amount = AmountMapping.Read(checks, "amount", request.Amount);
        var found = await new CalendarSource(checks, store).FindAsync(request.Calendar, request.InlineCalendar, request.TimeZone, start, Now, context.CancellationToken);
        if (amount is not null && found?.Calendar.Definition.Refusal(amount, "amount") is { } refusal)
        {
            checks.Add(ErrorReason.InvalidAmount, refusal.Field, refusal.Description);
        }

        checks.ThrowIfAny();
        var (calendar, id) = found!.Value;
        return new BusinessTimeQuestions(calendar, id).DueTime(start, amount!);
    }

    public override async Task<MeasureBusinessTimeResponse> MeasureBusinessTime(MeasureBusinessTimeRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var start = checks.RequiredTime("start_time", request.StartTime);
        var end = checks.RequiredTime("end_time", request.EndTime);
        if (request.StartTime is not null && request.EndTime is not null && end < start)
        {
            checks.Add(ErrorReason.TimeOrder, "end_time", $"It is {end}, before the start {start}; give them in order.");
        }

        var found = await new CalendarSource(checks, store).FindAsync(request.Calendar, request.InlineCalendar, request.TimeZone, start, Now, context.CancellationToken);
        checks.ThrowIfAny();
        var (calendar, id) = found!.Value;
        return new BusinessTimeQuestions(calendar, id).Measure(start, end);
    }
}
