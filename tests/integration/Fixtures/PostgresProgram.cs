using System.Diagnostics;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>PostgreSQL's programs on this machine.</summary>
internal static class PostgresProgram
{
    /// <summary>Why a test is skipped where there are none.</summary>
    public const string Missing = "PostgreSQL (initdb and postgres) is not installed";

    private const string DebianFolder = "/usr/lib/postgresql";
    private const string User = "postgres";

    private static readonly string? s_folder = Find();

    /// <summary>Whether they are there.</summary>
    public static bool IsInstalled => s_folder is not null;

    /// <summary>A command that runs one of them. As root it runs as the package's own user, because PostgreSQL refuses root.</summary>
    public static ProcessStartInfo Command(string program, params string[] arguments)
    {
        var path = Path.Combine(s_folder!, program);
        return Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments]) { WorkingDirectory = "/" }
            : new ProcessStartInfo(path, arguments);
    }

    /// <summary>Gives a folder to the user that the programs run as.</summary>
    public static async Task OwnAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", [User, folder]);
            await chown.WaitForExitAsync();
        }
    }

    private static string? Find()
    {
        string[] debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
