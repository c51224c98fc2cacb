using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalReading(Utf8JsonWriter json)
{
    public void Write(Reading reading) => json.Object(null, () =>
    {
        json.WriteString("reading", reading.Id);
        json.Text("title", reading.Title);
        json.WriteString("default", reading.Default);
        json.List("options", reading.Options, option => json.Object(null, () =>
        {
            json.WriteString("option", option.Name);
            json.Text("title", option.Title);
            json.List("patches", option.Patches, patch => json.Object(null, () => Patch(patch)));
            if (option.Ruling is { } ruling)
            {
                json.WriteString("ruling", PolicyVocabulary.Rulings.WordFor(ruling));
            }
        }));
    });

    private void Patch(TargetPatch patch)
    {
        json.Words("plans", patch.Plans);
        json.Words("levels", patch.Levels.Select(level => level.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        json.Words("milestones", patch.Milestones.Select(milestone => PolicyVocabulary.Milestones.WordFor(milestone)));
        if (patch.Calendar is not null)
        {
            json.WriteString("calendar", patch.Calendar);
        }

        if (patch.Start is not null)
        {
            new CanonicalTiming(json).Start(patch.Start);
        }

        if (patch.PausedBy is not null)
        {
            json.Words("pauses", patch.PausedBy);
        }
    }
}
