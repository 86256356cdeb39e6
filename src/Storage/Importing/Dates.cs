using System.Globalization;
using NodaTime;
using Plateau.Core.Compliance;

namespace Plateau.Storage.Importing;

/// <summary>Reads the day or the moment that a consent or a contract began, in the shapes that French and English spreadsheets write.</summary>
internal static class Dates
{
    private static readonly string[] Shapes =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy/MM/dd", "yyyyMMdd",
        "dd/MM/yyyy", "d/M/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd-MM-yyyy", "dd.MM.yyyy", "dd.MM.yyyy HH:mm",
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"];

    private static readonly string[] ShapesWithOffset =
    [
        "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>The end of a period: a day without an hour still belongs to it, as when it is entered by hand.</summary>
    public static Instant? ReadEnd(string text, bool fromWorkbook) => Read(text, fromWorkbook) is not { } at ? null
        : DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || (fromWorkbook && long.TryParse(text, CultureInfo.InvariantCulture, out _))
            ? Zones.Paris.AtStartOfDay(at.InZone(Zones.Paris).Date.PlusDays(1)).ToInstant() : at;

    /// <summary>
    /// A day without an hour is its first moment in Paris, which counts a consent's year early rather than late.
    /// Null when the text is no date.
    /// </summary>
    /// <param name="fromWorkbook">A workbook may tell a day as its number since 1900.</param>
    public static Instant? Read(string text, bool fromWorkbook)
    {
        if (DateTime.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Zones.Paris.AtLeniently(LocalDateTime.FromDateTime(local)).ToInstant();
        if (DateTimeOffset.TryParseExact(text, ShapesWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return Instant.FromDateTimeOffset(moment);
        if (fromWorkbook && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 20_000 and < 80_000)
            return Zones.Paris.AtLeniently(LocalDateTime.FromDateTime(DateTime.FromOADate(days))).ToInstant();
        return null;
    }
}
