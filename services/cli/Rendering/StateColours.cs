using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Vocabulary.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Rendering;

/// <summary>How a milestone stands, in its colour.</summary>
internal static class StateColours
{
    public static Text Show(MilestoneState state, string reason = "")
    {
        var text = EnumWords.Show(state) + (reason.Length == 0 ? "" : $" ({reason})");
        return Cell.Of(text, state switch
        {
            MilestoneState.Met => Color.Green,
            MilestoneState.MetLate => Color.Yellow,
            MilestoneState.Breached => Color.Red,
            MilestoneState.Running => Color.Aqua,
            _ => Color.Default,
        });
    }
}
