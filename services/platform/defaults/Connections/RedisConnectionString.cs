using StackExchange.Redis;

namespace SlaPlatform.ServiceDefaults.Connections;

internal static class RedisConnectionString
{
    private const int FirstRetryMilliseconds = 200;
    private const int LongestRetryMilliseconds = 2000;

    // The text may hold a password: neither it nor the parser's message, which quotes it, may reach an exception.
    internal static ConfigurationOptions Parse(string name, string? text, string clientName)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException($"ConnectionStrings:{name} is not set; start the service through the AppHost or give a Redis connection string.");
        }

        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidOperationException($"ConnectionStrings:{name} is not a Redis connection string; expected host:port[,password=...][,ssl=true].");
        }

        options.AbortOnConnectFail = false;
        options.ClientName ??= clientName;
        options.ReconnectRetryPolicy = new ExponentialRetry(FirstRetryMilliseconds, LongestRetryMilliseconds);
        // The client's own ten threads would make every call change threads twice more.
        options.SocketManager = SocketManager.ThreadPool;
        return options;
    }
}
