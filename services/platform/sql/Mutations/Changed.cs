namespace SlaPlatform.Sql.Mutations;

/// <summary>What a mutation answers.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Resource">The resource as it now stands.</param>
/// <param name="IsRepeat">Whether the request had been carried out before.</param>
public sealed record Changed<T>(T Resource, bool IsRepeat);
