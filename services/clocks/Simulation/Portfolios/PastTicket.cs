using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>A ticket to be replayed.</summary>
/// <param name="Name">The ticket's name or the story's id.</param>
/// <param name="Product">The product concerned; empty when not said.</param>
/// <param name="Story">What happened.</param>
/// <param name="Record">The record of a ticket that is stored; null for a story.</param>
internal sealed record PastTicket(string Name, string Product, Story Story, TicketLog? Record = null);
