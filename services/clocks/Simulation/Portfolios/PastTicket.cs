namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>A ticket to be replayed.</summary>
/// <param name="Name">The ticket's name or the story's id.</param>
/// <param name="Product">The product concerned; empty when not said.</param>
/// <param name="Story">What happened.</param>
internal sealed record PastTicket(string Name, string Product, Story Story);
