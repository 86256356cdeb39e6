using System.Text.Json;
using System.Text.Json.Serialization;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Server.Api.Door;

/// <summary>JSON as programs see it: the journal's own words and forms, with every id a plain text, and nothing unknown let in.</summary>
internal static class ApiJson
{
    public static void Shape(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = FactJson.Options.Encoder;
        options.Converters.Add(new CountedIdJson<ProspectId>());
        options.Converters.Add(new CountedIdJson<CustomerId>());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        foreach (var converter in FactJson.Options.Converters) options.Converters.Add(converter);
    }

    /// <summary>A counted id as text: numbers beyond 2^53 would be rounded by the scripts that read them.</summary>
    private sealed class CountedIdJson<T> : JsonConverter<T> where T : struct, IId<T, long>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && long.TryParse(reader.GetString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
                ? T.From(value) : throw new JsonException($"a {typeof(T).Name} is a text of digits");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
