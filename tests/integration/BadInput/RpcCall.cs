using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Makes a call from its descriptor alone, and sends bytes that the generated client would correct.</summary>
internal static class RpcCall
{
    private const int MostRead = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    /// <summary>How one message is answered; of a stream, what is said of it first.</summary>
    public static async Task<Google.Rpc.Status> SendAsync(CallInvoker invoker, MethodDescriptor rpc, IMessage request, CancellationToken cancellation)
    {
        var kind = (rpc.IsClientStreaming, rpc.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (false, true) => MethodType.ServerStreaming,
            (true, false) => MethodType.ClientStreaming,
            _ => MethodType.DuplexStreaming,
        };
        var method = new Method<byte[], byte[]>(kind, rpc.Service.FullName, rpc.Name, Raw, Raw);
        var options = new CallOptions();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            return await AnswerAsync(invoker, method, rpc, Bytes(request), options.WithCancellationToken(limit.Token));
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            return Carried(e);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            return new Google.Rpc.Status { Code = (int)StatusCode.DeadlineExceeded, Message = "no answer" };
        }
    }

    private static async Task<Google.Rpc.Status> AnswerAsync(CallInvoker invoker, Method<byte[], byte[]> method, MethodDescriptor rpc, byte[] request, CallOptions options)
    {
        switch (method.Type)
        {
            case MethodType.Unary:
                return Inner(rpc, await invoker.AsyncUnaryCall(method, null, options, request));
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(method, null, options, request))
                {
                    // Watches never end, and replays first tell how far they are: what is refused is so by the second.
                    for (var read = 0; read < MostRead && await call.ResponseStream.MoveNext(options.CancellationToken); read++)
                    {
                    }

                    return new Google.Rpc.Status();
                }

            case MethodType.DuplexStreaming:
                using (var call = invoker.AsyncDuplexStreamingCall(method, null, options))
                {
                    try
                    {
                        await call.RequestStream.WriteAsync(request);
                        await call.RequestStream.CompleteAsync();
                    }
                    catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && !options.CancellationToken.IsCancellationRequested)
                    {
                        // The service refused it before it was written to its end; why is what the answers end with.
                    }

                    var answers = await call.ResponseStream.ReadAllAsync(options.CancellationToken).ToListAsync(options.CancellationToken);
                    return answers.Count == 0 ? new Google.Rpc.Status() : Inner(rpc, answers[0]);
                }

            default:
                throw new NotSupportedException($"{rpc.FullName} is of a kind that no rpc had before; say here what answers it.");
        }
    }

    // Streams of items answer each with a status, or a refusal, of its own.
    private static Google.Rpc.Status Inner(MethodDescriptor rpc, byte[] answer)
    {
        if (!rpc.IsClientStreaming)
        {
            return new Google.Rpc.Status();
        }

        var item = rpc.OutputType.Parser.ParseFrom(answer);
        return rpc.OutputType.FindFieldByName("status")?.Accessor.GetValue(item) as Google.Rpc.Status
            ?? (item is SimulateTicketsResponse { Refusal: { } refusal } ? Carried(refusal) : new Google.Rpc.Status());
    }

    private static Google.Rpc.Status Carried(SimulationRefusal refusal)
    {
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = string.Join(' ', refusal.Messages) };
        var violations = refusal.Messages.Select(message => message.Split(": ", 2)).Select(parts => new BadRequest.Types.FieldViolation { Field = parts[0], Description = parts[^1], Reason = refusal.Reason });
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = ErrorReasonNames.Domain, Reason = refusal.Reason }));
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        return status;
    }

    private static Google.Rpc.Status Carried(RpcException failure) => failure.GetRpcStatus() is { } status && status.Code == (int)failure.StatusCode
        ? status
        : new Google.Rpc.Status { Code = (int)failure.StatusCode, Message = failure.Status.Detail };

    private static byte[] Bytes(IMessage request)
    {
        var bytes = request.ToByteArray();
        for (var at = bytes.AsSpan().IndexOf<byte>([0xEE, 0x80, 0x80]); at >= 0; at = bytes.AsSpan().IndexOf<byte>([0xEE, 0x80, 0x80]))
        {
            // U+D800, as wide as what stands for it.
            (bytes[at], bytes[at + 1]) = (0xED, 0xA0);
        }

        return bytes;
    }
}
