using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Questions;

/// <summary>Questions about one calendar.</summary>
/// <param name="calendar">The calendar.</param>
/// <param name="id">Its id within its policy; empty when it was written out.</param>
internal sealed class BusinessTimeQuestions(CompiledCalendar calendar, string id)
{
    public ComputeDueTimeResponse DueTime(Instant start, Amount amount)
    {
        var derivation = DueTimes.Derive(calendar, start, amount);
        var landing = $"{amount.Format()} from {Local(start)} lands on {Local(derivation.DueTime)} {calendar.Zone.Id}.";
        var wire = derivation.ToProto(id, calendar.BusinessDayLength, landing);
        if (wire.Segments.Count > Limits.ListedSegments)
        {
            wire.Landing += $" The first {Limits.ListedSegments} of {wire.Segments.Count} segments are listed.";
            var listed = wire.Segments.Take(Limits.ListedSegments).ToArray();
            wire.Segments.Clear();
            wire.Segments.Add(listed);
        }

        return new ComputeDueTimeResponse { DueTime = derivation.DueTime.ToTimestamp(), Derivation = wire };
    }

    public MeasureBusinessTimeResponse Measure(Instant start, Instant end)
    {
        var segments = calendar.Segments(start, end);
        return new MeasureBusinessTimeResponse
        {
            OpenDuration = calendar.Measure(start, end).ToProtobufDuration(),
            Segments = { segments.Take(Limits.ListedSegments).Select(segment => segment.ToProto(id)) },
            SegmentsTruncated = segments.Length > Limits.ListedSegments,
            TzdbVersion = TimeZones.Version,
        };
    }

    private string Local(Instant instant) => instant.InZone(calendar.Zone).ToString("uuuu-MM-dd HH:mm:ss", null);
}
