using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SlaPlatform.Rpc.Errors;

/// <summary>
/// Refuses requests that are no message of their rpc. They fail before any interceptor is asked, and nothing else that fails there does so as UNKNOWN without details:
/// what fails later has them from <see cref="RefusalInterceptor"/>.
/// </summary>
internal sealed class UnreadableRequests : IStartupFilter
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";
    private const string DetailsHeader = "grpc-status-details-bin";

    private static readonly Google.Rpc.Status Refusal = Refusals.Unreadable().ToStatus();
    private static readonly string Details = Convert.ToBase64String(Refusal.ToByteArray());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            await following(context);
            Answer(context.Response);
        });
        next(app);
    };

    // The status of a call without an answer is among the headers, which are not sent yet.
    private static void Answer(HttpResponse response)
    {
        if (response.HasStarted || response.Headers[StatusHeader] != $"{(int)StatusCode.Unknown}" || response.Headers.ContainsKey(DetailsHeader))
        {
            return;
        }

        response.Headers[StatusHeader] = $"{Refusal.Code}";
        response.Headers[MessageHeader] = Refusal.Message;
        response.Headers[DetailsHeader] = Details;
    }
}
