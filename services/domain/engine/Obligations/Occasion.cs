namespace SlaPlatform.Engine.Obligations;

/// <summary>What happens that a plan owes something for.</summary>
public enum Occasion
{
    /// <summary>The account asks for it.</summary>
    Request,

    /// <summary>A release of the product.</summary>
    Release,

    /// <summary>Scheduled maintenance; it happens when its window begins.</summary>
    ScheduledMaintenance,

    /// <summary>Emergency maintenance; it happens when its window begins.</summary>
    EmergencyMaintenance,

    /// <summary>A patch against a critical zero-day is installed.</summary>
    ZeroDayPatch,

    /// <summary>The account's private cloud is updated; it happens when its window begins.</summary>
    PrivateCloudUpdate,
}
