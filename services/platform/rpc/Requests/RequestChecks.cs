using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Rpc.Requests;

/// <summary>
/// Collects every fault of one request. Each check adds what it finds and gives the value it read (a stand-in when it is faulty);
/// <see cref="ThrowIfAny"/> refuses the request once all fields are read. Not safe for concurrent use.
/// </summary>
public sealed class RequestChecks
{
    /// <summary>The first instant a request may name, inclusive.</summary>
    public static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);

    /// <summary>The end of what a request may name, exclusive.</summary>
    public static readonly Instant End = Instant.FromUtc(2200, 1, 1, 0, 0);

    private const int MostViolations = 200;
    private const int MostShown = 60;

    private readonly List<FieldViolation> _found = [];

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsSound => _found.Count == 0;

    /// <summary>What is wrong so far, in the order found; at most 200.</summary>
    public IReadOnlyList<FieldViolation> Violations => _found;

    /// <summary>Refuses the request with everything found.</summary>
    /// <exception cref="RefusalException">There is a violation.</exception>
    public void ThrowIfAny()
    {
        if (!IsSound)
        {
            throw Refusals.InvalidArgument(_found);
        }
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="reason">What sort of fault it is.</param>
    /// <param name="field">The path of the field.</param>
    /// <param name="description">One sentence: what was wrong, and what to do.</param>
    /// <param name="limit">The most characters or items allowed, where that is what was passed.</param>
    public void Add(ErrorReason reason, string field, string description, int? limit = null)
    {
        if (_found.Count < MostViolations)
        {
            _found.Add(new FieldViolation(field, description, reason) { Limit = limit });
        }
    }

    /// <summary>The value of a domain check; its violations are added under <paramref name="parent"/> with one reason.</summary>
    /// <returns>The value, or null when it is refused.</returns>
    public T? Take<T>(Validated<T> outcome, ErrorReason reason, string parent = "")
        where T : class
    {
        AddAll(outcome.Violations, reason, parent);
        return outcome is Validated<T>.Valid { Value: var value } ? value : null;
    }

    /// <summary>Adds the violations of a domain check under <paramref name="parent"/>.</summary>
    public void AddAll(IEnumerable<Violation> violations, ErrorReason reason, string parent = "")
    {
        foreach (var violation in violations)
        {
            Add(reason, FieldPath.Join(parent, violation.Field), violation.Description);
        }
    }

    /// <summary>A text of at most <paramref name="most"/> characters that must not be blank.</summary>
    public string RequiredText(string field, string value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(ErrorReason.FieldRequired, field, $"It is empty; give 1 to {most} characters.");
        }

        return Text(field, value, most);
    }

    /// <summary>A text of at most <paramref name="most"/> characters; may be empty. It has no NUL, which not every store can keep.</summary>
    /// <returns>The text, or an empty one when it is faulty.</returns>
    public string Text(string field, string value, int most)
    {
        if (value.Length > most)
        {
            Add(ErrorReason.TextTooLong, field, $"It has {value.Length} characters; give at most {most}.", most);
            return "";
        }

        if (value.Contains('\0', StringComparison.Ordinal))
        {
            Add(ErrorReason.InvalidFormat, field, "It has the character NUL (U+0000); leave it out.");
            return "";
        }

        return value;
    }

    /// <summary>A resource name that must be given.</summary>
    /// <returns>The name, or null when it is faulty.</returns>
    public T? RequiredName<T>(string field, string value)
        where T : class, IResourceName<T>
    {
        if (value.Length > 0)
        {
            return Name<T>(field, value);
        }

        Add(ErrorReason.FieldRequired, field, $"It is empty; give a name of the form {T.Pattern}.");
        return null;
    }

    /// <summary>A resource name that may be left out.</summary>
    /// <returns>The name, or null when it is left out or faulty.</returns>
    public T? Name<T>(string field, string value)
        where T : class, IResourceName<T>
    {
        if (value.Length == 0)
        {
            return null;
        }

        if (!T.TryParse(value, out var name, out var error))
        {
            Add(ErrorReason.InvalidResourceName, field, error);
        }

        return name;
    }

    /// <summary>An id that the caller chose or that names something within its parent: one segment of a resource name.</summary>
    public string Id(string field, string value)
    {
        if (ResourceSegment.IsValid(value))
        {
            return value;
        }

        Add(ErrorReason.InvalidResourceName, field, $"'{Shown(value)}' is not an id; use {ResourceSegment.Rule}.");
        return "";
    }

    /// <summary>A page size: 0 is <see cref="Limits.DefaultPageSize"/>, more than <see cref="Limits.MostPageSize"/> is that, negative is refused.</summary>
    public int PageSize(int value, string field = "page_size")
    {
        if (value < 0)
        {
            Add(ErrorReason.InvalidPageSize, field, $"It is {value}; give 0 for {Limits.DefaultPageSize}, or 1 to {Limits.MostPageSize}.");
        }

        return value <= 0 ? Limits.DefaultPageSize : Math.Min(value, Limits.MostPageSize);
    }

    /// <summary>The UUID of a mutation, in lowercase with hyphens whatever form it was given in.</summary>
    public string RequestId(string value, string field = "request_id")
    {
        if (Guid.TryParse(value, out var id) && id != Guid.Empty)
        {
            return id.ToString("D");
        }

        Add(
            value.Length == 0 ? ErrorReason.FieldRequired : ErrorReason.InvalidRequestId,
            field,
            value.Length == 0 ? "It is empty; give every mutation a new UUID." : $"'{Shown(value)}' is not a UUID; give every mutation a new one.");
        return "";
    }

    /// <summary>A time that may be left out: null then, or when it is faulty. Years 1970 to 2199.</summary>
    public Instant? Time(string field, Timestamp? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.TryToInstant(out var instant) && instant >= Earliest && instant < End)
        {
            return instant;
        }

        Add(ErrorReason.TimeOutOfRange, field, $"{(value.TryToInstant(out var far) ? $"{far}" : $"{value.Seconds} s of the Unix epoch")} is outside the years 1970 to 2199; give a time within them.");
        return null;
    }

    /// <summary>A time that must be given. Years 1970 to 2199.</summary>
    /// <returns>The instant, or <see cref="Earliest"/> when it is missing or faulty.</returns>
    public Instant RequiredTime(string field, Timestamp? value)
    {
        if (value is null)
        {
            Add(ErrorReason.FieldRequired, field, "It is unset; give a time of the years 1970 to 2199.");
        }

        return Time(field, value) ?? Earliest;
    }

    /// <summary>An enum value that must be known and not unspecified.</summary>
    public T Specified<T>(string field, T value)
        where T : struct, System.Enum
    {
        if (EqualityComparer<T>.Default.Equals(value, default))
        {
            Add(ErrorReason.FieldRequired, field, $"It is unspecified; give one of {Known<T>()}.");
        }

        return Known(field, value);
    }

    /// <summary>An enum value that must be known; unspecified is allowed.</summary>
    public T Known<T>(string field, T value)
        where T : struct, System.Enum
    {
        if (!System.Enum.IsDefined(value))
        {
            Add(ErrorReason.FieldOutOfRange, field, $"{Convert.ToInt64(value, null)} is not known to this version; give one of {Known<T>()}.");
        }

        return value;
    }

    /// <summary>A severity level of any policy, 1 to 9.</summary>
    public int Level(string field, int value) => Between(field, value, Limits.GravestLevel, Limits.MildestLevel);

    /// <summary>A whole number within inclusive bounds.</summary>
    public int Between(string field, int value, int least, int most)
    {
        if (value >= least && value <= most)
        {
            return value;
        }

        Add(ErrorReason.FieldOutOfRange, field, $"It is {value}; give {least} to {most}.");
        return least;
    }

    /// <summary>How many items a repeated field, map or byte field may hold.</summary>
    /// <returns>Whether it is within the bound: what is beyond is not worth reading.</returns>
    public bool Count(string field, int count, int most)
    {
        if (count > most)
        {
            Add(ErrorReason.TooManyItems, field, $"It has {count} items; give at most {most}.", most);
        }

        return count <= most;
    }

    /// <summary>An IANA time zone id that may be left out.</summary>
    /// <returns>The zone, or null when it is left out or unknown.</returns>
    public DateTimeZone? Zone(string field, string value) =>
        value.Length == 0 ? null : Take(TimeZones.Find(value, field), ErrorReason.UnknownTimeZone);

    private static string Known<T>()
        where T : struct, System.Enum =>
        string.Join(", ", System.Enum.GetValues<T>().Where(value => !EqualityComparer<T>.Default.Equals(value, default)).Select(value => $"{value} ({Convert.ToInt64(value, null)})"));

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}
