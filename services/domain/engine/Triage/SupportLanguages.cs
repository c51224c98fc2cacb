using System.Collections.Immutable;
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
}
