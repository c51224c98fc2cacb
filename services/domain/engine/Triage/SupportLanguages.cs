using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>In which languages a policy's support is given.</summary>
public static class SupportLanguages
{
    /// <summary>The provision that says so: its value <c>language</c> holds base languages, separated by blanks.</summary>
    public const string ProvisionId = "language";

    /// <summary>The languages; none when the policy does not say.</summary>
    /// <param name="policy">The policy.</param>
    public static ImmutableArray<string> Of(Policy policy) =>
        policy.Provisions.FirstOrDefault(provision => provision.Id == ProvisionId)?.Values.GetValueOrDefault(ProvisionId) is { } languages
            ? [.. languages.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
            : [];

    /// <summary>What of the provision's values is not understood, under its own name.</summary>
    /// <param name="values">The values.</param>
    public static ImmutableArray<Violation> Faults(IReadOnlyDictionary<string, string> values)
    {
        var given = values.GetValueOrDefault(ProvisionId, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return values.ContainsKey(ProvisionId) && (given.Length == 0 || given.Any(language => language.Length is < 2 or > 3 || !language.All(char.IsAsciiLetterLower)))
            ? [new Violation(ProvisionId, $"\"{values[ProvisionId]}\" names no base languages; write their codes separated by blanks, such as en fr.")]
            : [];
    }
}
