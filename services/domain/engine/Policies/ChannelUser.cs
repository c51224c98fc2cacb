namespace SlaPlatform.Engine.Policies;

/// <summary>Who may use a channel.</summary>
public enum ChannelUser
{
    /// <summary>Any contact of the account.</summary>
    Contact,

    /// <summary>A named e-mail user of the account.</summary>
    NamedEmailUser,
}
