using System.Net;

namespace SlaPlatform.LocalHosting.Topology;

internal static class HttpProbe
{
    private static readonly HttpClient s_http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };

    internal static async Task<ProbeAnswer> AskAsync(Uri uri, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await s_http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.StatusCode == expected ? ProbeAnswer.Healthy : ProbeAnswer.Unhealthy;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ProbeAnswer.Silent;
        }
    }
}
