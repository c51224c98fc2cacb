using System.Text.Json;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalFeature(Utf8JsonWriter json)
{
    public void Write(string id, FeatureValue value)
    {
        switch (value)
        {
            case FeatureValue.Flag flag:
                json.WriteBoolean(id, flag.Included);
                break;
            case FeatureValue.Quantity quantity:
                json.WriteNumber(id, quantity.Count);
                break;
            case FeatureValue.Worded worded:
                json.Object(id, () => json.Text("text", worded.Value));
                break;
            case FeatureValue.Allowance allowance:
                json.Object(id, () => Allowance(allowance));
                break;
            case FeatureValue.Availability availability:
                json.Object(id, () =>
                {
                    json.Decimal("guarantee", availability.GuaranteePercent);
                    json.WriteString("per", availability.Per);
                    json.Decimal("credit", availability.CreditPercent);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "The kind of feature value is unknown.");
        }
    }

    private void Allowance(FeatureValue.Allowance allowance)
    {
        json.Decimal("amount", allowance.Amount);
        json.WriteString("unit", allowance.Unit);
        json.WriteString("per", allowance.Per);
        if (allowance.Step is { } step)
        {
            json.Decimal("step", step);
        }

        if (allowance.DayLength is { } length)
        {
            json.WriteString("day_length", new Amount.OpenTime(length).Format());
        }

        json.WriteBoolean("carries_over", allowance.CarriesOver);
    }
}
