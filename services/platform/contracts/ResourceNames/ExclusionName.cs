using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names the decision whether a clause excludes a ticket: <c>tickets/{ticket}/exclusions/{clause}</c>.</summary>
public sealed record ExclusionName : IResourceName<ExclusionName>
{
    private static readonly ResourcePattern Form = new("tickets/{ticket}/exclusions/{clause}");

    /// <summary>Names the decision whether a clause excludes a ticket.</summary>
    /// <param name="ticket">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="clause">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public ExclusionName(string ticket, string clause)
    {
        Ticket = ResourceSegment.Checked(ticket);
        Clause = ResourceSegment.Checked(clause);
    }

    /// <summary>The id of the ticket.</summary>
    public string Ticket { get; }

    /// <summary>The id of the clause within the policy.</summary>
    public string Clause { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ExclusionName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static ExclusionName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Ticket, Clause);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
