namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>What can go wrong between any two steps; off at the end, so that the world settles.</summary>
internal sealed class Faults(Dice dice)
{
    public bool On { get; set; } = true;

    public bool Happens(int percent) => On && dice.Chance(percent);

    /// <summary>The process dies here, with whatever it had in memory.</summary>
    public void MayCrash(int percent)
    {
        if (Happens(percent))
        {
            throw new CrashException();
        }
    }
}
