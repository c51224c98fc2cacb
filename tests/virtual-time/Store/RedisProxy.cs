using System.Reflection;
using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>The client library's interfaces, as far as the service uses them, over a simulated connection.</summary>
public class RedisProxy : DispatchProxy
{
    private RedisConnection connection = null!;
    private IDatabase? database;

    internal static IConnectionMultiplexer Multiplexer(RedisConnection connection)
    {
        var database = Create<IDatabase, RedisProxy>();
        ((RedisProxy)(object)database).connection = connection;
        var multiplexer = Create<IConnectionMultiplexer, RedisProxy>();
        var proxy = (RedisProxy)(object)multiplexer;
        (proxy.connection, proxy.database) = (connection, database);
        return multiplexer;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_IsConnected" => connection.IsConnected,
        "GetDatabase" => database,
        "GetSubscriber" => Create<ISubscriber, RedisProxy>(),
        "PublishAsync" => Task.FromResult(0L),
        "add_ConnectionFailed" => Failed((EventHandler<ConnectionFailedEventArgs>)args![0]!),
        _ => connection.Send(AnswerOf(targetMethod), DatabaseCommands.Of(new ClientCall(targetMethod, args!))),
    };

    private object? Failed(EventHandler<ConnectionFailedEventArgs> handler)
    {
        connection.Failed += () => handler(this, null!);
        return null;
    }

    private static Type AnswerOf(MethodInfo method) => method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : typeof(bool);
}
