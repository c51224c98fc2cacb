using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>Writes and reads what the cache holds of an account. A form that this version cannot read counts as absent.</summary>
internal static class AccountInputsCodec
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InstantJson(), new LocalDateJson() } };

    public static byte[] Write(AccountInputs inputs) => JsonSerializer.SerializeToUtf8Bytes(inputs, Options);

    public static AccountInputs? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<AccountInputs>(bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class InstantJson : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromUnixTimeTicks(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeTicks());
    }

    private sealed class LocalDateJson : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).TryGetValue(default, out var date) ? date : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
