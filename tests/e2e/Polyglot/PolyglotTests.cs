using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>Clients in other languages, generated from protos/, replay the golden vectors over gRPC.</summary>
public sealed class PolyglotTests(PlatformFixture fixture)
{
    private const int Entitlements = 102;
    private const int Triage = 103;
    private const int Clocks = 104;

    private static readonly string Protos = Path.Combine(Repository.Root, "protos");
    private static readonly string CommonProtos = Path.Combine(Protos, "google-common");

    private static string[] Vectors => Directory.GetFiles(Path.Combine(Repository.Root, "tests", "vectors"), "*.json");

    private string[] Addresses =>
        [.. new[] { Clocks, Entitlements, Triage }.Select(port => fixture.Platform.Address(port).Replace("http://", "", StringComparison.Ordinal))];

    [Fact]
    public async Task GoldenVectors_PythonClient_AllHold()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var python = await FindPythonAsync(cancellation);
        Assert.SkipWhen(python is null, "No python3 with grpcio is here (Debian: python3-grpcio, python3-protobuf).");
        var generated = Directory.CreateTempSubdirectory("sla-python-");
        var (exitCode, messages) = await GeneratePythonAsync(generated.FullName, cancellation);
        Assert.SkipWhen(exitCode == -1, "protoc with its gRPC plugin for Python is not here (Debian: protobuf-compiler, protobuf-compiler-grpc, libprotobuf-dev).");
        Assert.True(exitCode == 0, messages);

        var (result, output) = await Programs.RunAsync(
            python!,
            [Path.Combine(Repository.Root, "tests", "polyglot", "python", "replay_vectors.py"), generated.FullName, .. Addresses, .. Vectors],
            Repository.Root,
            cancellation);

        Assert.True(result == 0, output);
        generated.Delete(recursive: true);
    }

    [Fact]
    public async Task GoldenVectors_NodeClient_AllHold()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Path.Combine(Repository.Root, "tests", "polyglot", "node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "The node client's packages are not installed (npm ci in tests/polyglot/node).");
        Assert.SkipUnless(await Programs.WorksAsync("node", ["--version"], folder, cancellation), "No node is here.");

        var (result, output) = await Programs.RunAsync(
            "node", ["replay-vectors.mjs", $"{Protos}:{CommonProtos}", .. Addresses, .. Vectors], folder, cancellation);

        Assert.True(result == 0, output);
    }

    private static async Task<string?> FindPythonAsync(CancellationToken cancellation)
    {
        // Debian's packages belong to /usr/bin/python3, which another python3 on the PATH may hide.
        foreach (var candidate in new[] { "/usr/bin/python3", "python3" })
        {
            if (await Programs.WorksAsync(candidate, ["-c", "import grpc, google.protobuf"], Repository.Root, cancellation))
            {
                return candidate;
            }
        }

        return null;
    }

    private static async Task<(int ExitCode, string Output)> GeneratePythonAsync(string folder, CancellationToken cancellation)
    {
        const string Plugin = "/usr/bin/grpc_python_plugin";
        if (!File.Exists(Plugin) || !await Programs.WorksAsync("protoc", ["--version"], Protos, cancellation))
        {
            return (-1, "");
        }

        var ours = Directory.GetFiles(Path.Combine(Protos, "slaplatform"), "*.proto", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Protos, file));
        var common = new[] { "google/type", "google/rpc" }
            .SelectMany(package => Directory.GetFiles(Path.Combine(CommonProtos, package), "*.proto"))
            .Select(file => Path.GetRelativePath(CommonProtos, file));
        return await Programs.RunAsync(
            "protoc",
            [$"-I{Protos}", $"-I{CommonProtos}", $"--python_out={folder}", $"--grpc_python_out={folder}", $"--plugin=protoc-gen-grpc_python={Plugin}", .. ours, .. common],
            Protos,
            cancellation);
    }
}
