using Google.Protobuf;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>Valid requests to publish.</summary>
internal static class Given
{
    /// <summary>The demonstration's document as a policy of a test's own.</summary>
    /// <param name="policy">Its id.</param>
    /// <param name="version">Its version text.</param>
    /// <param name="response">The first response that its plan <c>seconds</c> promises at P1.</param>
    public static string Document(string policy, string version = "1", string response = "10s") =>
        File.ReadAllText(Repository.PathOf("services/catalog/development-policies/demo.yaml"))
            .Replace("policy: demo", $"policy: {policy}", StringComparison.Ordinal)
            .Replace("version: \"1\"", $"version: \"{version}\"", StringComparison.Ordinal)
            .Replace("initial_response: 10s", $"initial_response: {response}", StringComparison.Ordinal);

    public static PublishPolicyRequest Publish(string document) =>
        new() { Document = ByteString.CopyFromUtf8(document), RequestId = Guid.NewGuid().ToString() };

    public static string NewId() => $"p{Guid.NewGuid():N}"[..12];
}
