using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Importing;

/// <summary>A ticket of the log on its way to the platform.</summary>
/// <param name="Name">The log's name of it.</param>
/// <param name="Request">Writes the request that takes it over.</param>
internal sealed record PastTicket(string Name, Func<ImportTicketsRequest> Request)
{
    /// <summary>The answers that it was not available just then.</summary>
    public List<ImportTicketsResponse> Tries { get; } = [];
}
