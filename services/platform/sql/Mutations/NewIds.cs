using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Sql.Mutations;

/// <summary>Ids of new resources.</summary>
public static class NewIds
{
    private const int Bytes = 10;

    /// <summary>Checks the id that a caller wants; empty stays empty, for <see cref="Of"/> to choose.</summary>
    public static string Wanted(RequestChecks checks, string field, string wanted) => wanted.Length > 0 ? checks.Id(field, wanted) : "";

    /// <summary>
    /// The id wanted, or one that follows from the whole request id and the time of the change: parts of a UUID are the same in many of them, and one may be
    /// used again once it is forgotten.
    /// </summary>
    /// <param name="requestId">The request's id.</param>
    /// <param name="at">When the change is made.</param>
    /// <param name="wanted">The id that the caller wants, or empty.</param>
    public static string Of(string requestId, Instant at, string wanted = "") => wanted.Length > 0
        ? wanted
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId.ToLowerInvariant()}\n{at.ToUnixTimeTicks()}")).AsSpan(0, Bytes));
}
