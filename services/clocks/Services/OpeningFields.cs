namespace SlaPlatform.Clocks.Services;

/// <summary>Where a request holds what the engine takes as an opening.</summary>
/// <param name="ClaimedLevel">The field of the reporter's level.</param>
/// <param name="Level">The field of the verified level.</param>
/// <param name="Time">The field of the time of receipt.</param>
/// <param name="Terms">The field that the terms come from.</param>
internal sealed record OpeningFields(string ClaimedLevel, string Level, string Time, string Terms)
{
    /// <summary>The request's field for a field of the engine's refusal.</summary>
    public string Of(string field) => field switch
    {
        "claimed_level" => ClaimedLevel,
        "received_time" => Time,
        "plan" => Terms,
        _ => Level,
    };
}
