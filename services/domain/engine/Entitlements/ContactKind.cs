namespace SlaPlatform.Engine.Entitlements;

/// <summary>What a contact is entitled to.</summary>
public enum ContactKind
{
    /// <summary>May open tickets by the plan's channels.</summary>
    Authorized,

    /// <summary>May make requests by e-mail to which targets apply.</summary>
    NamedEmailUser,
}
