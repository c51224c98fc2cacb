namespace SlaPlatform.LocalHosting;

/// <summary>The topology cannot run; the message is one sentence for the developer: what, which, what to do.</summary>
/// <param name="message">The sentence.</param>
public sealed class LocalHostException(string message) : Exception(message);
