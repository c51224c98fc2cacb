using Google.Protobuf;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Makes valid requests of an rpc.</summary>
/// <param name="Make">Makes one, and what must be there for it.</param>
internal sealed record Seed(Func<CancellationToken, Task<IMessage>> Make)
{
    /// <summary>The only part of the request that is made bad; empty for all of it.</summary>
    public string Only { get; init; } = "";

    /// <summary>A request that can be sent any number of times.</summary>
    public static Seed Of(Func<IMessage> make) => new(_ => Task.FromResult(make()));

    public static Seed After<T>(Func<CancellationToken, Task<T>> make)
        where T : IMessage => new(async cancellation => await make(cancellation));

    public Task<IMessage> MakeAsync(CancellationToken cancellation) => Make(cancellation);
}
