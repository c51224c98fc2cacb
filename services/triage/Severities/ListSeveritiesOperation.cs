using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Triage.Policies;

namespace SlaPlatform.Triage.Severities;

/// <summary>Lists the levels of a policy in a language.</summary>
internal static class ListSeveritiesOperation
{
    public static async Task<ListSeveritiesResponse> RunAsync(PolicySource policies, ListSeveritiesRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var policy = PolicyReference.Read(checks, "policy", request.Policy);
        var asOf = checks.Time("as_of_time", request.AsOfTime);
        var language = context.Language(checks, request.Language);
        checks.ThrowIfAny();

        var revision = await policy!.GetAsync(policies, asOf, context.CancellationToken);
        var levels = revision.Policy.Severities.Levels;
        return new ListSeveritiesResponse
        {
            Severities = { levels.Select(level => level.ToProto(language)) },
            Language = LanguageOf(levels[0].Name, language),
        };
    }

    // The tag whose text was given: the one asked for, its base language, or English.
    private static string LanguageOf(LocalizedText text, string asked)
    {
        var general = asked.Split('-')[0];
        return text.Translations.ContainsKey(asked) ? asked : text.Translations.ContainsKey(general) ? general : LocalizedText.Default;
    }
}
