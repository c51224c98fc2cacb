namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>A process died, or an answer never came: the outcome is unknown to the caller.</summary>
internal sealed class CrashException : Exception;
