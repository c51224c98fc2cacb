using System.Net;
using Garnet.server;
using Tsavorite.core;

namespace SlaPlatform.LocalRedis;

/// <summary>Garnet set up so that no acknowledged write is lost when the process is killed.</summary>
internal static class DurableGarnet
{
    // The default native device aborts on its first write on some Linux distributions, and RandomAccess never syncs; FileStream writes through.
    private const DeviceType Device = DeviceType.FileStream;

    internal static GarnetServerOptions OptionsFor(LocalRedisOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        return new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, options.Port)],
            QuietMode = true,

            // A script locks its keys and so is atomic to other clients.
            EnableLua = true,
            LuaTransactionMode = true,
            LuaOptions = new LuaOptions(),

            // Every write is in the log before it is answered; waiting for the commit blocks a pool thread each.
            EnableAOF = true,
            CommitFrequencyMs = 0,
            WaitForCommit = true,
            ThreadPoolMinThreads = 96,

            // By default a log that cannot be read means starting empty.
            Recover = true,
            FailOnRecoveryError = true,

            // Without the storage tier the memory limit drops data silently.
            EnableStorageTier = true,
            LogDir = options.DataDirectory,
            CheckpointDir = options.DataDirectory,
            DeviceType = Device,
            DeviceFactoryCreator = new LocalStorageNamedDeviceFactoryCreator(deviceType: Device),
            LogMemorySize = "512m",
            PageSize = "4m",
            SegmentSize = "64m",
            IndexMemorySize = "16m",

            // At this size a checkpoint is taken and the log cut off, or it would grow for ever. Its pages must hold two of the store's, its memory two of its own.
            AofSizeLimit = "256m",
            AofSizeLimitEnforceFrequencySecs = 5,
            AofPageSize = "8m",
            AofMemorySize = "32m",
            AofSegmentSize = "64m",
        };
    }
}
