using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using Plateau.Core.People;

namespace Plateau.Storage.People;

/// <summary>Certifications as a person's row keeps them: an object of competences; a bare number is a level without days, as it was once kept.</summary>
internal static class CertificationJson
{
    private sealed record Kept(int Level, string? From, string? Until, string? Proof);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(IReadOnlyDictionary<string, Certification>? certifications) =>
        JsonSerializer.Serialize((certifications ?? new Dictionary<string, Certification>()).ToDictionary(each => each.Key, each => new Kept(each.Value.Level, Day(each.Value.From), Day(each.Value.Until), each.Value.Proof)), Form);

    public static IReadOnlyDictionary<string, Certification> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(each => each.Key, each =>
            each.Value.ValueKind == JsonValueKind.Number ? new Certification(each.Value.GetInt32())
            : each.Value.Deserialize<Kept>(Form) is { } kept ? new Certification(kept.Level, Day(kept.From), Day(kept.Until), kept.Proof) : new Certification(Certification.LeastLevel));

    private static string? Day(NodaTime.LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static NodaTime.LocalDate? Day(string? day) => day is null ? null : LocalDatePattern.Iso.Parse(day).Value;
}
