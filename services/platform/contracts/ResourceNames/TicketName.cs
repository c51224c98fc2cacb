using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names a ticket: <c>tickets/{ticket}</c>.</summary>
public sealed record TicketName : IResourceName<TicketName>
{
    private static readonly ResourcePattern Form = new("tickets/{ticket}");

    /// <summary>Names a ticket.</summary>
    /// <param name="ticket">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public TicketName(string ticket)
    {
        Ticket = ResourceSegment.Checked(ticket);
    }

    /// <summary>The id of the ticket.</summary>
    public string Ticket { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TicketName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static TicketName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Ticket);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
