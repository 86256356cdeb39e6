using System.Buffers;
using System.Text;
using System.Text.Json;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Importing;

/// <summary>Reads one record as a prospect, or says what is wrong with it and how to mend it. The first fault of a row speaks for it.</summary>
internal sealed class LineReading(ColumnPlan plan, ImportOrder order, bool fromWorkbook)
{
    private readonly short _audience = (short)order.Audience;
    private readonly Dictionary<string, string> _zonesSeen = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _extra = new(512);
    private readonly List<(NumberVerdict Verdict, int Column)> _others = [];
    private Utf8JsonWriter? _json;
    private GroundReading? _grounds;

    public (ProspectLine? Line, RowRefusal? Refusal) Read(IRecords record)
    {
        if (Broken(record) is { } broken)
            return (null, broken);
        var country = Text(record, Field.Country);
        if (country is not null)
        {
            var told = country;
            country = Places.Country(told);
            if (country is null)
                return Refuse(record, Field.Country, told, "country-unknown", "Write the country as its two-letter code, such as FR or MA.");
        }

        var (number, column) = Number(record, country ?? order.Region);
        if (number.Fault is { } fault)
            return (null, Refusal(record, plan.Names[column], record[column], fault, NumberReading.Remedy(fault, country ?? order.Region)));
        var (place, refusal) = Place(record, country, number.Region);
        if (refusal is not null)
            return (null, refusal);

        var (grounds, wrongGround) = (_grounds ??= new GroundReading(plan, this, order.Products, fromWorkbook)).Read(record);
        if (wrongGround is not null)
            return (null, wrongGround);
        if (Audience(record) is not { } audience)
            return Refuse(record, Field.Audience, Text(record, Field.Audience)!, "audience-unknown", "Write consumer (B2C, particulier) or professional (B2B, professionnel).");
        var score = Text(record, Field.Score) is { } written ? Scores.Read(written) : null;
        if (score is null && Text(record, Field.Score) is { } unread)
            return Refuse(record, Field.Score, unread, "score-unreadable", Scores.Remedy);
        if (order.ScoresOnly && score is null)
            return Refuse(record, Field.Score, "", "score-missing", Scores.Remedy);
        return (new ProspectLine
        {
            Row = record.Row,
            Number = number.Number,
            Others = Others(number.Number),
            Kinds = Kinds(record, country ?? order.Region),
            Audience = audience,
            Country = place.Country,
            Territory = place.Territory,
            Zones = place.Zones,
            PlaceTold = plan[Field.Zone] >= 0 || plan[Field.Territory] >= 0 || plan[Field.Postcode] >= 0,
            Name = Text(record, Field.Name),
            FirstName = Text(record, Field.FirstName),
            Company = Text(record, Field.Company),
            Email = Text(record, Field.Email),
            Language = Text(record, Field.Language) is { } tongue ? Tongues.Read(tongue) : null,
            Postcode = Text(record, Field.Postcode),
            City = Text(record, Field.City),
            Reference = Text(record, Field.Reference),
            Grounds = grounds,
            Score = score,
            Extra = Extra(record),
        }, null);
    }

    /// <summary>A record that is not shaped like the header.</summary>
    private RowRefusal? Broken(IRecords record) => record.Fault switch
    {
        RecordFault.TooLong => Whole(record, "line-too-long", $"The line is longer than {Bounds.RecordLength:N0} characters: a line end is missing, or this is no list."),
        RecordFault.TooManyColumns => Whole(record, "columns-too-many", $"The line has more than {Bounds.Columns:N0} columns."),
        RecordFault.QuoteNotClosed => Whole(record, "quote-not-closed", "A quote opens and never closes: close it, or double it if it belongs to the text."),
        RecordFault.TextAfterQuote => Whole(record, "text-after-quote", "Text follows a closing quote: double quotes that belong to the text, or add the missing delimiter."),
        _ when record.Count < plan.Names.Length && !fromWorkbook => Refusal(record, plan.Names[record.Count], "", "columns-missing",
            $"The line has {record.Count} columns and the header {plan.Names.Length}: it is cut, or a delimiter is missing."),
        _ when record.Count > plan.Names.Length && FirstBeyond(record) is var beyond and >= 0 => Refusal(record, $"column {beyond + 1}", record[beyond], "columns-too-many",
            $"The line has {record.Count} columns and the header {plan.Names.Length}: put the cell that contains the delimiter in quotes."),
        _ => null,
    };

    private int FirstBeyond(IRecords record)
    {
        for (var column = plan.Names.Length; column < record.Count; column++)
        {
            if (!string.IsNullOrWhiteSpace(record[column]))
                return column;
        }

        return -1;
    }

    /// <summary>The first good number among the columns that hold numbers; else the fault of the first that was filled in.</summary>
    private (NumberVerdict Verdict, int Column) Number(IRecords record, string region)
    {
        _others.Clear();
        (NumberVerdict Verdict, int Column)? good = null, fault = null;
        foreach (var (column, _) in plan.Phones)
        {
            var verdict = NumberReading.Read(column < record.Count ? Cell.Bare(record[column]) : "", region);
            if (verdict.Fault is null && good is null)
                good = (verdict, column);
            else if (verdict.Fault is null)
                _others.Add((verdict, column));
            else if (fault is null || fault.Value.Verdict.Fault == "phone-missing")
                fault = (verdict, column);
            if (verdict.Fault is not (null or "phone-missing"))
                _others.Add((verdict, column));
        }

        return good ?? fault!.Value;
    }

    /// <summary>Grounds of the last row that could not be taken.</summary>
    public IReadOnlyList<RowRefusal> GroundNotes => _grounds?.Notes ?? [];

    /// <summary>What is wrong with further numbers or the language of a row whose first number is good: the row is taken without them.</summary>
    public IEnumerable<RowRefusal> Notes(IRecords record)
    {
        foreach (var other in _others.Where(other => other.Verdict.Fault is not null))
            yield return Refusal(record, plan.Names[other.Column], record[other.Column], other.Verdict.Fault!, $"{NumberReading.Remedy(other.Verdict.Fault!, order.Region)} The person is taken with their other number.");
        if (Text(record, Field.Language) is { } tongue && Tongues.Read(tongue) is null)
            yield return Refusal(record, plan.Names[plan[Field.Language]], tongue, "language-unknown", Tongues.Remedy);
    }

    /// <summary>Which line a number is, where its column says more than the numbering plan does.</summary>
    private Dictionary<long, NumberKind>? Kinds(IRecords record, string region)
    {
        if (_others.Count == 0 || !plan.Phones.Exists(phone => phone.Kind is Field.Office or Field.Switchboard)) return null;
        var kinds = new Dictionary<long, NumberKind>();
        foreach (var (column, kind) in plan.Phones.Where(phone => phone.Kind is Field.Office or Field.Switchboard && phone.Column < record.Count))
            if (NumberReading.Read(Cell.Bare(record[column]), region) is { Fault: null } read) kinds.TryAdd(read.Number, kind == Field.Office ? NumberKind.Office : NumberKind.Switchboard);
        return kinds;
    }

    private long[] Others(long first) => [.. _others.Where(other => other.Verdict.Fault is null && other.Verdict.Number != first).Select(other => other.Verdict.Number).Distinct().Take(Prospecting.NumberBook.Most - 1)];

    /// <summary>The zone that was told, else what territory and postcode say, else every candidate of the number's region.</summary>
    private (Place Place, RowRefusal? Refusal) Place(IRecords record, string? country, string region)
    {
        var place = Places.OfRegion(country ?? region);
        if (Text(record, Field.Territory) is { } territory)
        {
            if (Places.Territory(territory) is not { } told)
                return (default, Refuse(record, Field.Territory, territory, "territory-unknown", "Write the territory as ISO 3166-2, such as FR-974 or FR-67.").Refusal);
            place = told;
        }
        else if (place.Country == "FR" && Text(record, Field.Postcode) is { } postcode && Places.FrenchPostcode(postcode) is { } drawn)
        {
            place = drawn;
        }

        if (Text(record, Field.Zone) is { } zone)
        {
            if (!_zonesSeen.TryGetValue(zone, out var known))
            {
                known = Places.Zone(zone);
                if (known is null)
                    return (default, Refuse(record, Field.Zone, zone, "zone-unknown", "Write the zone as in the tz database, such as Europe/Paris or Indian/Reunion.").Refusal);
                _zonesSeen[zone] = known;
            }

            place = place with { Zones = known };
        }

        return (place, null);
    }

    private short? Audience(IRecords record) => Text(record, Field.Audience) is not { } told ? _audience : HeaderWords.Fold(told) switch
    {
        "consumer" or "b2c" or "particulier" or "consommateur" => (short)Core.Compliance.Audience.Consumer,
        "professional" or "b2b" or "professionnel" or "pro" or "business" or "entreprise" => (short)Core.Compliance.Audience.Professional,
        _ => null,
    };

    /// <summary>What stands in the field's cell; null when nothing does, or no column is that field.</summary>
    public string? Text(IRecords record, Field field)
    {
        var column = plan[field];
        if (column < 0 || column >= record.Count)
            return null;
        var text = Cell.Bare(record[column]);
        return text.Length == 0 ? null : text;
    }

    private string? Extra(IRecords record)
    {
        if (plan.Extras.Count == 0)
            return null;
        _extra.ResetWrittenCount();
        _json ??= new Utf8JsonWriter(_extra, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.Reset(_extra);
        _json.WriteStartObject();
        var written = false;
        foreach (var column in plan.Extras)
        {
            if (column >= record.Count || record[column] is not { Length: > 0 } cell)
                continue;
            _json.WriteString(plan.Names[column], cell);
            written = true;
        }

        _json.WriteEndObject();
        _json.Flush();
        return written ? Encoding.UTF8.GetString(_extra.WrittenSpan) : null;
    }

    private (ProspectLine? Line, RowRefusal? Refusal) Refuse(IRecords record, Field field, string value, string code, string remedy) =>
        (null, Refusal(record, field, value, code, remedy));

    public RowRefusal Refusal(IRecords record, Field field, string value, string code, string remedy) => Refusal(record, plan.Names[plan[field]], value, code, remedy);

    private static RowRefusal Refusal(IRecords record, string column, string value, string code, string remedy)
    {
        var cells = new string[record.Count];
        for (var each = 0; each < cells.Length; each++)
            cells[each] = record[each];
        return new RowRefusal(record.Row, column, value, code, remedy, cells);
    }

    private static RowRefusal Whole(IRecords record, string code, string remedy) => new(record.Row, "", record[0], code, remedy, null);
}
