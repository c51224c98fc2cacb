using System.Collections.Immutable;
using System.Text.Json;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalTiming(Utf8JsonWriter json)
{
    public void Write(Timing timing)
    {
        json.WriteString("calendar", timing.Calendar);
        Start(timing.Start);
        json.Words("pauses", timing.PausedBy);
        json.Object("lines", () =>
        {
            foreach (var (line, calendar) in timing.Lines)
            {
                json.WriteString(line, calendar);
            }
        });
        json.WriteString("on_change", PolicyVocabulary.ChangeRules.WordFor(timing.OnChange));
        json.WriteString("on_reopen", PolicyVocabulary.ReopenRules.WordFor(timing.OnReopen));
        json.WriteBoolean("met_by_workaround", timing.MetByWorkaround);
        if (timing.Warnings is { } warnings)
        {
            Warnings(warnings);
        }
    }

    public void Warnings(ImmutableArray<Warning> warnings) => json.Words("warnings", warnings.Select(warning => warning switch
    {
        Warning.BeforeDue before => $"{new Amount.OpenTime(before.Lead).Format()} before",
        _ => warning.ToString(),
    }));

    public void Start(StartRule rule)
    {
        if (rule is StartRule.At at)
        {
            json.WriteString("start", Word(at.Trigger));
            return;
        }

        json.Object("start", () =>
        {
            switch (rule)
            {
                case StartRule.NextOpening gate:
                    json.WriteString("next_opening", gate.Calendar);
                    json.WriteString("of", Word(gate.Trigger));
                    break;
                case StartRule.LaterOf later:
                    json.Words("later_of", [Word(later.First), Word(later.Second)]);
                    break;
                case StartRule.FromOnce from:
                    json.WriteString("from", Word(from.From));
                    json.WriteString("once", Word(from.Once));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(rule), rule.GetType().Name, "The kind of start is unknown.");
            }
        });
    }

    private static string Word(StartEvent trigger) => PolicyVocabulary.Events.WordFor(trigger);
}
