namespace SlaPlatform.LocalHosting.Topology;

/// <summary>The options of an AppHost that runs local processes. A misspelt one would start another platform than the one that was meant, so nothing else is taken.</summary>
internal static class HostOptions
{
    private const string ConnectionStrings = "--ConnectionStrings:";
    private static readonly string[] s_valued = ["--port-base", "--replicas", "--data-dir"];
    private static readonly string[] s_help = ["--help", "-h", "-?"];

    internal static string Help { get; } = $"""
        Runs the platform as local processes until Ctrl+C.

        dotnet run --project apphost -- [options]

          --port-base N                   every port in the block of 1000 from N on, {PortPlan.LowestBase} to {PortPlan.HighestBase}, such as {PortPlan.SuggestedBase};
                                          or SLA_PORT_BASE; default: the declared ports
          --replicas N                    silos of the clock service, 1 to 9; or SLA_REPLICAS; default: 2
          --data-dir DIR                  where Redis and the databases keep their files; or SLA_DATA_DIR; default: .data in the repository
          --ConnectionStrings:NAME=TEXT   a Redis (redis) or database (catalog, entitlements) of your own
          --help                          this

        """;

    internal static bool AskForHelp(IEnumerable<string> args) => args.Any(s_help.Contains);

    /// <summary>Passes options that are known and have a value: <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <exception cref="LocalHostException">One is not.</exception>
    internal static void Check(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (!IsKnown(parts[0]))
            {
                throw new LocalHostException($"The AppHost has no option '{parts[0]}': it takes {string.Join(", ", s_valued)} and {ConnectionStrings}NAME; --help says what they mean.");
            }

            var value = parts.Length == 2 ? parts[1] : ++i < args.Count ? args[i] : string.Empty;
            if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
            {
                throw new LocalHostException($"The option {parts[0]} needs a value; --help says which.");
            }
        }
    }

    // Keys of the configuration have no case.
    private static bool IsKnown(string name) =>
        s_valued.Contains(name, StringComparer.OrdinalIgnoreCase) || (name.StartsWith(ConnectionStrings, StringComparison.OrdinalIgnoreCase) && name.Length > ConnectionStrings.Length);
}
