using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Server.Verbs;

namespace Plateau.Server.Permits;

/// <summary>The fields of one object of a case; each error names the case and the field, and what could stand there.</summary>
/// <param name="fields">The object; null when it is not there, so that each of its fields is missing.</param>
internal sealed class CaseFields(string place, JsonElement? fields, CaseNotes notes)
{
    public string Place => place;

    /// <summary>Whether the object itself was given.</summary>
    public bool IsThere => fields is not null;

    public static CaseFields Of(string place, JsonElement element, CaseNotes notes)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong(place, element, "an object");
        foreach (var field in element.EnumerateObject()) notes.Unread.Add($"{place}.{field.Name}");
        return new(place, element, notes);
    }

    /// <summary>Whether the field was written at all, be it as null.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (fields is { } there && there.TryGetProperty(name, out _)) return true;
        return false;
    }

    public string? Text(params ReadOnlySpan<string> names) => Take(names) is not { } found ? null
        : found.Value.ValueKind == JsonValueKind.String ? found.Value.GetString()
        : found.Value.ValueKind == JsonValueKind.Number ? found.Value.GetRawText()
        : throw Wrong(found.Place, found.Value, "a text");

    public bool? Flag(params ReadOnlySpan<string> names) => Take(names) is not { } found ? null : found.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(found.Place, found.Value, "true or false"),
    };

    /// <summary>True for anything that is there and not empty: papers are given as a flag, a reference or an object.</summary>
    public bool? Given(params ReadOnlySpan<string> names) => Take(names) is not { } found ? null : found.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => !string.IsNullOrWhiteSpace(found.Value.GetString()),
        JsonValueKind.Array => found.Value.GetArrayLength() > 0,
        JsonValueKind.Object when found.Value.TryGetProperty("signed", out var signed) => signed.ValueKind == JsonValueKind.True,
        _ => true,
    };

    /// <summary>A moment: with an offset as it stands, a bare date from its first moment in Paris.</summary>
    public Instant? Moment(params ReadOnlySpan<string> names) => Take(names) is { } found ? Read(found.Place, found.Value, LocalTime.Midnight) : null;

    /// <summary>The end of something: a bare date counts to its last second in Paris.</summary>
    public Instant? End(params ReadOnlySpan<string> names) => Take(names) is { } found ? Read(found.Place, found.Value, new LocalTime(23, 59, 59)) : null;

    public LocalDateTime? WallClock(string name) => Text(name) is not { } text ? null
        : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var local } && IsOfOurTimes(local.Year) ? local
        : throw new Complaint(Exit.Misasked, $"{place}.{name}: \"{text}\" is not a local time; write 2026-02-16T09:30:00");

    public decimal? Number(params ReadOnlySpan<string> names) => Take(names) is not { } found ? null
        : found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDecimal(out var number) ? number
        : throw Wrong(found.Place, found.Value, "a number");

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    public IReadOnlyList<string>? Texts(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } found) return null;
        if (found.Value.ValueKind == JsonValueKind.String) return [found.Value.GetString()!];
        if (found.Value.ValueKind != JsonValueKind.Array) throw Wrong(found.Place, found.Value, "a list of texts");
        var texts = new List<string>();
        foreach (var one in found.Value.EnumerateArray())
            texts.Add(one.ValueKind == JsonValueKind.String ? one.GetString()! : throw Wrong($"{found.Place}[{texts.Count}]", one, "a text"));
        return texts;
    }

    /// <summary>What a list says, or what stands as true in an object of flags.</summary>
    public IReadOnlyList<string>? Said(string name)
    {
        if (Take([name]) is not { Value: { ValueKind: JsonValueKind.Object } said } found) return Texts(name);
        return [.. said.EnumerateObject().Where(flag => flag.Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw Wrong($"{found.Place}.{flag.Name}", flag.Value, "true or false"),
        }).Select(flag => flag.Name)];
    }

    /// <summary>One of these words. Another one is noted with what it is taken for, and answers null.</summary>
    public string? Word(string name, string takenFor, params ReadOnlySpan<string> known)
    {
        if (Text(name) is not { } word) return null;
        foreach (var each in known)
            if (each == word) return word;
        Note(name, $"\"{word}\" is no word that the book knows; it was taken for {takenFor}");
        return null;
    }

    /// <summary>Tells of a field that was read and can't be used as it was meant.</summary>
    public void Note(string name, string said) => notes.Words.Add($"{place}.{name}: {said}");

    /// <summary>A field that is true or false by itself, or an object that tells more.</summary>
    public (bool? Flag, CaseFields Part) FlagOrPart(string name) =>
        fields is { } there && there.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? (Flag(name), new($"{place}.{name}", null, notes))
            : (null, Part(name));

    /// <summary>An object below; its fields are all missing when it is null or not there.</summary>
    public CaseFields Part(params ReadOnlySpan<string> names) =>
        Take(names) is { } found ? Of(found.Place, found.Value, notes) : new($"{place}.{names[0]}", null, notes);

    /// <summary>A list of objects; null when it is not there.</summary>
    public IReadOnlyList<CaseFields>? Parts(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } found) return null;
        if (found.Value.ValueKind == JsonValueKind.Object) return [Of(found.Place, found.Value, notes)];
        if (found.Value.ValueKind != JsonValueKind.Array) throw Wrong(found.Place, found.Value, "a list of objects");
        var parts = new List<CaseFields>();
        foreach (var one in found.Value.EnumerateArray()) parts.Add(Of($"{found.Place}[{parts.Count}]", one, notes));
        return parts;
    }

    /// <summary>The first of these names that is there and not null.</summary>
    private (string Place, JsonElement Value)? Take(ReadOnlySpan<string> names)
    {
        (string, JsonElement)? taken = null;
        foreach (var name in names)
        {
            if (fields is not { } there || !there.TryGetProperty(name, out var value)) continue;
            notes.Unread.Remove($"{place}.{name}");
            if (taken is null && value.ValueKind != JsonValueKind.Null) taken = ($"{place}.{name}", value);
        }
        return taken;
    }

    private static Instant Read(string place, JsonElement value, LocalTime ofDay)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } && IsOfOurTimes(moment.Year)) return moment.ToInstant();
            if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && IsOfOurTimes(day.Year)) return Zones.Paris.AtLeniently(day + ofDay).ToInstant();
        }
        throw Wrong(place, value, $"a moment such as 2026-11-23T10:30:00+01:00, of the years {FirstYear} to {LastYear}");
    }

    /// <summary>No rule speaks of other years, and calendars end somewhere.</summary>
    private const int FirstYear = 1900, LastYear = 2200;

    private static bool IsOfOurTimes(int year) => year is >= FirstYear and <= LastYear;

    private static Complaint Wrong(string place, JsonElement value, string wanted)
    {
        var text = string.Join(' ', value.GetRawText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(Exit.Misasked, string.Create(CultureInfo.InvariantCulture, $"{place}: {(text.Length > 60 ? text[..60] + "..." : text)} is not {wanted}"));
    }
}
