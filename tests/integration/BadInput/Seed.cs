using Google.Protobuf;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Makes valid requests of an rpc.</summary>
/// <param name="Make">Makes one, and what must be there for it.</param>
internal sealed record Seed(Func<CancellationToken, Task<IMessage>> Make)
{
    /// <summary>The only part of the request that is made bad; empty for all of it.</summary>
    public string Only { get; init; } = "";

    /// <summary>Whether calendars that are given along are left whole: another rpc of the service that has the same reader shows what may be in them.</summary>
    public bool LeavesCalendars { get; init; }

    /// <summary>Whether what was answered once can be answered again, under another request id.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether a fault is for this request.</summary>
    public bool Takes(BadCase fault) => fault.Field.StartsWith(Only, StringComparison.Ordinal)
        && !(LeavesCalendars && (fault.Field.Contains("calendar_overrides[first].", StringComparison.Ordinal) || fault.Field.Contains("holidays[0].", StringComparison.Ordinal)));

    /// <summary>A request that can be sent any number of times.</summary>
    public static Seed Of(Func<IMessage> make) => new(_ => Task.FromResult(make()));

    public static Seed After<T>(Func<CancellationToken, Task<T>> make)
        where T : IMessage => new(async cancellation => await make(cancellation));

    public Task<IMessage> MakeAsync(CancellationToken cancellation) => Make(cancellation);
}
