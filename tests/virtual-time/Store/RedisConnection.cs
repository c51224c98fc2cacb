using System.Collections.Concurrent;
using System.Reflection;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;
using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>A silo's connection: commands are served and answered in order, each some steps later. It can break between any two of them.</summary>
internal sealed class RedisConnection(Steps steps, Place silo, Place world, SimulatedRedis redis, Faults faults, Dice dice, Trace trace)
{
    private static readonly MethodInfo SendMethod = typeof(RedisConnection).GetMethod(nameof(SendAs), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConcurrentDictionary<Type, MethodInfo> Senders = new();

    private readonly Queue<PendingCall> requests = new();
    private readonly Queue<PendingCall> answers = new();

    /// <summary>It broke.</summary>
    public event Action? Failed;

    public bool IsConnected => redis.IsUp;

    private static RedisConnectionException Broken => new(ConnectionFailureType.SocketClosed, "The connection broke.");

    /// <summary>Sends a command.</summary>
    /// <param name="answer">The type of its answer.</param>
    /// <param name="command">What Redis does.</param>
    public Task Send(Type answer, Func<SimulatedRedis, object?> command) =>
        (Task)Senders.GetOrAdd(answer, static type => SendMethod.MakeGenericMethod(type)).Invoke(this, [command])!;

    /// <summary>It breaks, and is made anew at once if Redis is there: what was sent may be lost, or served at some later moment unless Redis began anew by then.</summary>
    public void Break()
    {
        var (broken, start) = (Broken, redis.Starts);
        silo.Run(() => Failed?.Invoke());
        var sent = redis.IsUp && !silo.IsDead && dice.Chance(20) ? dice.Below(requests.Count + 1) : requests.Count;
        for (; sent > 0; sent--)
        {
            var request = requests.Dequeue();
            request.Fail(broken);
            if (dice.Chance(30))
            {
                var late = request;
                steps.Open(world, () =>
                {
                    if (redis.Starts == start)
                    {
                        redis.Serve(late);
                    }
                });
            }
        }

        // The client sends what it had not sent yet over the new connection.
        foreach (var request in requests)
        {
            request.ChangedConnection = true;
        }

        if (requests.Count > 0)
        {
            steps.Open(world, Serve);
        }

        while (answers.TryDequeue(out var answer))
        {
            answer.Fail(broken);
        }
    }

    private Task<T> SendAs<T>(Func<SimulatedRedis, object?> command)
    {
        if (!IsConnected)
        {
            return Task.FromException<T>(new RedisConnectionException(ConnectionFailureType.UnableToConnect, "Redis is away."));
        }

        var call = new PendingCall<T>(command);
        requests.Enqueue(call);
        if (requests.Count == 1)
        {
            steps.Open(world, Serve);
        }

        return call.Task;
    }

    private void Serve()
    {
        if (requests.Count == 0)
        {
            return;
        }

        if (faults.Happens(1))
        {
            trace.Add("Redis is slow: a caller gives up on what is served later");
            silo.Run(() => requests.Peek().Fail(new RedisTimeoutException("Redis is slow.", CommandStatus.Sent)));
        }

        for (var count = faults.Happens(50) ? dice.From(1, requests.Count) : requests.Count; count > 0; count--)
        {
            var (request, start) = (requests.Dequeue(), redis.Starts);
            redis.Serve(request);
            if (redis.Starts != start)
            {
                // It crashed over it, and the connection is broken: there is nothing else to serve.
                request.Fail(Broken);
                return;
            }

            answers.Enqueue(request);
        }

        steps.Open(silo, Answer);
        if (requests.Count > 0)
        {
            steps.Open(world, Serve);
        }
    }

    private void Answer()
    {
        if (answers.Count > 0 && faults.Happens(1))
        {
            trace.Add("an answer of Redis is lost");
            answers.Peek().Fail(new RedisTimeoutException("Redis is slow.", CommandStatus.Sent));
        }

        while (answers.TryDequeue(out var answer))
        {
            answer.Deliver();
        }
    }
}
