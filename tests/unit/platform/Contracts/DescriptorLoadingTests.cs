using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Google.Protobuf.Reflection;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Platform.Tests.Contracts;

public class DescriptorLoadingTests
{
    private const int Rounds = 12;

    [Fact]
    public void Descriptors_FirstUsedByManyThreadsAtOnce_AllLoad()
    {
        // A load context has statics of its own, as a fresh process has: each round is a first use.
        for (var round = 0; round < Rounds; round++)
        {
            var contracts = new FreshStatics().LoadFromAssemblyName(typeof(SlaClockServiceReflection).Assembly.GetName());
            var reflections = Reflections(contracts).ToList();
            using var start = new Barrier(reflections.Count);
            var failures = new Exception?[reflections.Count];
            var threads = reflections.Select((reflection, i) => new Thread(() =>
            {
                start.SignalAndWait();
                failures[i] = Record.Exception(() => RuntimeHelpers.RunClassConstructor(reflection.TypeHandle));
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());

            Assert.All(failures, Assert.Null);
        }
    }

    [Fact]
    public void Descriptors_OfEveryFile_AreReachedFromTheServices()
    {
        var reached = new HashSet<string>();
        var left = new Stack<FileDescriptor>(ContractDescriptors.Methods.Select(method => method.File));
        while (left.TryPop(out var file))
        {
            if (reached.Add(file.Name))
            {
                foreach (var dependency in file.Dependencies)
                {
                    left.Push(dependency);
                }
            }
        }

        var files = Reflections(typeof(SlaClockServiceReflection).Assembly)
            .Select(reflection => (FileDescriptor)reflection.GetProperty("Descriptor")!.GetValue(null)!)
            .Select(file => file.Name);

        Assert.Empty(files.Except(reached));
    }

    private static IEnumerable<Type> Reflections(Assembly contracts) =>
        contracts.GetExportedTypes().Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal) && type.GetProperty("Descriptor") is not null);

    /// <summary>Loads the contracts and the protobuf library anew; everything else is shared.</summary>
    private sealed class FreshStatics : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is "SlaPlatform.Contracts" or "Google.Protobuf" or "Google.Api.CommonProtos"
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
                : null;
    }
}
