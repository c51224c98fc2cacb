using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Names the person of a role at an account: <c>accounts/{account}/assignments/{assignment}</c>.</summary>
public sealed record AssignmentName : IResourceName<AssignmentName>
{
    private static readonly ResourcePattern Form = new("accounts/{account}/assignments/{assignment}");

    /// <summary>Names the person of a role at an account.</summary>
    /// <param name="account">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <param name="assignment">A segment: see <see cref="ResourceSegment"/>.</param>
    /// <exception cref="ArgumentException">A segment breaks the rules.</exception>
    public AssignmentName(string account, string assignment)
    {
        Account = ResourceSegment.Checked(account);
        Assignment = ResourceSegment.Checked(assignment);
    }

    /// <summary>The id of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the assignment: its role, with a number where several hold it.</summary>
    public string Assignment { get; }

    /// <inheritdoc/>
    public static string Pattern => Form.Text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AssignmentName? name, [NotNullWhen(false)] out string? error)
    {
        var values = Form.Match(text, out error);
        name = values is null ? null : new(values[0]!, values[1]!);
        return name is not null;
    }

    /// <inheritdoc/>
    public static AssignmentName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <inheritdoc/>
    public string Format() => Form.Format(Account, Assignment);

    /// <summary>The same as <see cref="Format"/>.</summary>
    public override string ToString() => Format();
}
