using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SlaPlatform.LocalHosting.Output;

/// <summary>Blots passwords out of whatever is printed, also where a child printed them.</summary>
internal sealed partial class Redactor
{
    private const string Blot = "***";
    private const int ShortestSecret = 4;
    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    internal void AddConnectionString(string text)
    {
        foreach (Match match in Password().Matches(text))
        {
            if (match.Groups["secret"].Length >= ShortestSecret)
            {
                _secrets[match.Groups["secret"].Value] = true;
            }
        }
    }

    internal string Redact(string line)
    {
        foreach (var secret in _secrets.Keys)
        {
            line = line.Replace(secret, Blot, StringComparison.Ordinal);
        }

        return Password().Replace(line, static match => match.Value.Replace(match.Groups["secret"].Value, Blot, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:\b(?:password|pwd)\s*=\s*(?<secret>[^,;\s""']+))|(?:\b[a-z]+://[^:/@\s]*:(?<secret>[^@\s]+)@)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();
}
