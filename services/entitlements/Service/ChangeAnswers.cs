using Grpc.Core;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Answers mutations.</summary>
internal static class ChangeAnswers
{
    /// <summary>The resource; a repeat is marked as such.</summary>
    public static async Task<T> Answer<T>(this ServerCallContext context, Task<Changed<T>> change)
    {
        var (resource, isRepeat) = await change;
        if (isRepeat)
        {
            context.MarkRepeat();
        }

        return resource;
    }
}
