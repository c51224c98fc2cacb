using System.Reflection;
using Microsoft.Extensions.Logging;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class EventIdTests
{
    [Fact]
    public void EventIds_OfAllLogMessages_AreUnique()
    {
        var messages = typeof(TicketJournal).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId))
            .Where(message => message.EventId is not null)
            .ToArray();

        Assert.NotEmpty(messages);
        Assert.All(messages.GroupBy(message => message.EventId), id => Assert.Single(id));
    }
}
