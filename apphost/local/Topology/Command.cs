namespace SlaPlatform.LocalHosting.Topology;

/// <summary>How a replica is started. Standard input is the lifeline that the child hook, or the sentry for other programs, watches.</summary>
internal sealed record Command(string FileName, string WorkingDirectory, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly string s_hook = Path.Combine(AppContext.BaseDirectory, "SlaPlatform.LocalHosting.ChildHook.dll");

    internal static Command Dotnet(string assembly, string workingDirectory, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        environment["DOTNET_STARTUP_HOOKS"] = s_hook;
        return new(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", workingDirectory, [assembly, .. arguments], environment);
    }

    internal static Command Program(string program, string workingDirectory, IEnumerable<string> arguments, Dictionary<string, string> environment) =>
        Dotnet(s_hook, workingDirectory, [program, .. arguments], environment);
}
