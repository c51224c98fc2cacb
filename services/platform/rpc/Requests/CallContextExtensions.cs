using Grpc.Core;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Rpc.Requests;

/// <summary>What a call carries beside its message.</summary>
public static class CallContextExtensions
{
    private const string AcceptLanguage = "accept-language";

    extension(ServerCallContext context)
    {
        /// <summary>The language to answer in: the one of the request, else the one that the <c>accept-language</c> metadata prefers, else English. A BCP 47 tag.</summary>
        /// <param name="checks">Takes the violation of a tag that cannot be one.</param>
        /// <param name="requested">The request's language; may be empty.</param>
        /// <param name="field">Its field.</param>
        public string Language(RequestChecks checks, string requested, string field = "language")
        {
            if (requested.Length > 0)
            {
                return LanguageTags.Read(checks, field, requested);
            }

            return LanguageTags.Accepted(context.RequestHeaders.GetValue(AcceptLanguage) ?? "");
        }

        /// <summary>Marks the answer as one given before to the same request id (a trailer).</summary>
        public void MarkRepeat() => context.ResponseTrailers.Add(ErrorReasonNames.RepeatTrailer, "true");
    }
}
