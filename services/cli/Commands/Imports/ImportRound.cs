using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>How one stream of an import went.</summary>
/// <param name="Answered">The tickets that were dealt with.</param>
/// <param name="End">What ended the stream early; null when it came to its end.</param>
/// <param name="Away">What the service said last of a ticket that it could not deal with just then; null when it dealt with all.</param>
internal sealed record ImportRound(int Answered, RpcException? End, Google.Rpc.Status? Away)
{
    /// <summary>Whether what is left can be sent over another stream.</summary>
    public bool CanGoOn => End is null || End.IsLost();

    /// <summary>What stood in the way, in a word.</summary>
    public string Obstacle => Away?.GetDetail<ErrorInfo>()?.Reason ?? End?.GetErrorInfo()?.Reason ?? End?.StatusCode.ToString() ?? "";

    /// <summary>When the platform wants to be asked again; zero when it does not say.</summary>
    public TimeSpan RetryAfter => (Away?.GetDetail<RetryInfo>() ?? End?.GetRpcStatus()?.GetDetail<RetryInfo>())?.RetryDelay?.ToTimeSpan() ?? TimeSpan.Zero;

    /// <summary>The error of an import that is given up after this.</summary>
    public RpcException Failure => End ?? (Away ?? new Google.Rpc.Status { Code = (int)Code.Unavailable, Message = "The stream ended before every ticket was answered." }).ToRpcException();
}
