using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>A clock of two silos, of which one does not answer, over a Redis that is not quite durable. Takes over every ticket once. Refuses inc9, is not available for inc8, and the first time waits for ever for the one after inc7.</summary>
internal sealed class FakeClocks(FakeClocks.Store store) : SlaClockService.SlaClockServiceBase
{
    public override async Task ImportTickets(
        IAsyncStreamReader<ImportTicketsRequest> requestStream, IServerStreamWriter<ImportTicketsResponse> responseStream, ServerCallContext context)
    {
        var left = store.AnswersOfStreams.TryDequeue(out var most) ? most : int.MaxValue;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (left-- == 0)
            {
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "The clock is stopping."));
            }

            store.Asked.Add(request.Open.TicketId);
            await responseStream.WriteAsync(store.Away-- > 0 ? Away(request) : Answer(request), context.CancellationToken);
            if (request.Open.TicketId == "inc7" && store.Waiting.TrySetResult())
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
            }
        }
    }

    public override Task<ClockHealth> GetClockHealth(GetClockHealthRequest request, ServerCallContext context) => Task.FromResult(new ClockHealth
    {
        OpenTickets = 12,
        ArmedTickets = 9,
        OverdueWakes = 2,
        OldestOverdueTime = Time(9, 30),
        Shards = 64,
        UnheldShards = 31,
        TzdbVersion = "TZDB: 2026a",
        MeasureTime = Time(10, 0),
        Lateness = new Lateness { Signals = 40, P50Duration = Length(3), P99Duration = Length(150), MaxDuration = Length(1200), WindowDuration = Duration.FromTimeSpan(TimeSpan.FromHours(1)) },
        AppendLatency = new AppendLatency(),
        Redis = new RedisHealth
        {
            Reachable = true,
            Server = "redis 7.0.15",
            PingDuration = Length(0.25),
            DurabilitySettings =
            {
                new RedisSetting { Name = "appendfsync", Value = "everysec", WantedValue = "always" },
                new RedisSetting { Name = "maxmemory-policy", WantedValue = "noeviction" },
            },
        },
        Silos =
        {
            new Silo { Address = "127.0.0.1:11111@1", Status = SiloStatus.Active, Answered = true, Shards = 33, StartTime = Time(8, 0) },
            new Silo { Address = "127.0.0.1:11112@1", Status = SiloStatus.Active },
        },
    });

    public override Task<ListTicketsResponse> ListTickets(ListTicketsRequest request, ServerCallContext context) => Task.FromResult(new ListTicketsResponse
    {
        Tickets =
        {
            new TicketSummary { Name = "tickets/t-1", Account = "accounts/acme", RulingLevel = 2, State = TicketState.Open, NextDueKind = MilestoneKind.Resolution, NextDueTime = Time(12, 0) },
        },
    });

    public override Task WatchTickets(WatchTicketsRequest request, IServerStreamWriter<TicketEvent> responseStream, ServerCallContext context) =>
        throw new RpcException(new Grpc.Core.Status(StatusCode.FailedPrecondition, "There are no events here."));

    public override Task<MilestoneDerivation> ExplainMilestone(ExplainMilestoneRequest request, ServerCallContext context) => Task.FromResult(new MilestoneDerivation
    {
        Milestone = new Milestone { Kind = MilestoneKind.Resolution },
        Derivation = new Derivation { Landing = "2h from 2026-06-01T10:00:00Z on calendar 24x7 is used up at 2026-06-01T12:00:00.25Z.", DueTime = Time(12, 0) },
    });

    private ImportTicketsResponse Answer(ImportTicketsRequest request)
    {
        var answer = new ImportTicketsResponse { RequestId = request.Open.RequestId, Status = new Google.Rpc.Status() };
        switch (request.Open.TicketId)
        {
            case "inc9":
                var fault = new BadRequest.Types.FieldViolation { Field = "facts[0].fact", Description = "resumed cannot be recorded." };
                answer.Status = Refusal(Code.InvalidArgument, "FACT_NOT_ALLOWED", new BadRequest { FieldViolations = { fault } });
                break;
            case "inc8":
                return Away(request);
            default:
                answer.Ticket = $"tickets/{request.Open.TicketId}";
                answer.Repeat = !store.Tickets.TryAdd(request.Open.TicketId, request);
                break;
        }

        return answer;
    }

    private static ImportTicketsResponse Away(ImportTicketsRequest request) => new()
    {
        RequestId = request.Open.RequestId,
        Status = Refusal(Code.Unavailable, "DEPENDENCY_UNAVAILABLE", new RetryInfo { RetryDelay = Duration.FromTimeSpan(Store.RetryAfter) }),
    };

    private static Google.Rpc.Status Refusal(Code code, string reason, Google.Protobuf.IMessage detail) =>
        new() { Code = (int)code, Message = "It was refused.", Details = { Any.Pack(new ErrorInfo { Reason = reason }), Any.Pack(detail) } };

    private static Duration Length(double milliseconds) => Duration.FromTimeSpan(TimeSpan.FromMilliseconds(milliseconds));

    private static Timestamp Time(int hour, int minute) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, hour, minute, 0, TimeSpan.Zero));

    internal sealed class Store
    {
        public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(3);

        public Dictionary<string, ImportTicketsRequest> Tickets { get; } = [];

        /// <summary>The ids of all items, in the order in which they came.</summary>
        public List<string> Asked { get; } = [];

        /// <summary>How many answers the next streams give before they end as unavailable; streams after these do not end by themselves.</summary>
        public Queue<int> AnswersOfStreams { get; } = [];

        /// <summary>How many of the next items are answered as not available.</summary>
        public int Away { get; set; }

        public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
