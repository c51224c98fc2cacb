using NodaTime;

namespace SlaPlatform.Sql.Mutations;

/// <summary>A change of a store, carried out by <see cref="Mutator{TStore}"/> in one transaction.</summary>
/// <typeparam name="TStore">The store.</typeparam>
/// <typeparam name="T">The resource.</typeparam>
public sealed record Mutation<TStore, T>
    where TStore : StoreContext
{
    /// <summary>Makes the change at an instant and gives the name of the resource; its refusals leave everything as it was.</summary>
    public required Func<TStore, Instant, Task<string>> Apply { get; init; }

    /// <summary>Reads the resource by name as it now stands.</summary>
    public required Func<TStore, string, Task<T>> Read { get; init; }

    /// <summary>Locks what the change depends on, before anything is read, until the transaction ends. SQLite needs none: its writers come one after the other.</summary>
    public Func<TStore, Task> Lock { get; init; } = _ => Task.CompletedTask;

    /// <summary>Looks at what is about to be committed; from its end to that of <see cref="Committed"/> nobody knows whether it will be.</summary>
    public Func<TStore, Task> Committing { get; init; } = _ => Task.CompletedTask;

    /// <summary>It is committed.</summary>
    public Action Committed { get; init; } = () => { };
}
