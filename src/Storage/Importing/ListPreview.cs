namespace Plateau.Storage.Importing;

/// <summary>A file looked at before anything is imported: how it is written, which column means what, and how its first rows would be read.</summary>
/// <param name="Flaw">Why it can't be imported as it stands; a missing telephone column is mended by naming one.</param>
public sealed record ListPreview(string Encoding, char? Delimiter, bool HasHeader, long Bytes, IReadOnlyList<PreviewColumn> Columns, IReadOnlyList<PreviewRow> Rows, ImportFlaw? Flaw)
{
    /// <summary>Rows that are read to judge a column.</summary>
    public const int RowsRead = 500;
    private const int RowsShown = 8;

    /// <summary>What a column can become, by name.</summary>
    public static IReadOnlyList<string> Fields { get; } = Enum.GetNames<Field>();

    /// <summary>Those of which a person may have several.</summary>
    public static bool IsPhone(string? field) => field is nameof(Field.Phone) or nameof(Field.Mobile) or nameof(Field.Office) or nameof(Field.Switchboard);

    /// <param name="order">As the import would be asked for, with what people chose so far.</param>
    public static async Task<ListPreview> ReadAsync(ImportOrder order, Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var look = await FileLook.AtAsync(content, cancellation).ConfigureAwait(false);
        try
        {
            if (look.Length == 0) throw new ImportRefused(new ImportFlaw("file-empty", order.FileName, "The file is empty.", "Export the list again."));
            if (look.Shape == FileShape.OldWorkbook) throw new ImportRefused(new ImportFlaw("workbook-old", order.FileName, "This is a workbook of before 2007 (.xls), or one with a password.", "Save it as .xlsx or .csv, without a password."));
            return Read(order, content, look);
        }
        catch (ImportRefused refused)
        {
            return new ListPreview(look.Encoding.WebName, null, false, look.Length, [], [], refused.Flaw);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or System.Xml.XmlException)
        {
            return new ListPreview("xlsx", null, false, look.Length, [], [], new ImportFlaw("workbook-damaged", order.FileName, damaged.Message, "Open it in a spreadsheet and save it again."));
        }
    }

    private static ListPreview Read(ImportOrder order, Stream content, FileLook look)
    {
        ImportFlaw? flaw = null;
        OpenedFile file;
        try
        {
            file = OpenedFile.Open(content, look, order);
        }
        catch (ImportRefused refused) when (refused.Flaw.Code == "phone-column-missing")
        {
            // Nobody told where the numbers are: the columns are shown all the same, so that somebody can.
            flaw = refused.Flaw;
            file = OpenedFile.Open(content, look, order, withoutPhone: true);
        }

        using (file)
        {
            var names = file.Plan.Names;
            var filled = new int[names.Length];
            var examples = new string[names.Length];
            var rows = new List<PreviewRow>();
            var reading = flaw is null ? new LineReading(file.Plan, order, look.Shape == FileShape.Workbook) : null;
            var count = 0;
            for (var more = !file.Plan.HasHeader || file.Records.Read(); more && count < RowsRead; more = file.Records.Read())
            {
                count++;
                for (var column = 0; column < Math.Min(names.Length, file.Records.Count); column++)
                {
                    if (string.IsNullOrWhiteSpace(file.Records[column])) continue;
                    filled[column]++;
                    examples[column] ??= Shorten(file.Records[column]);
                }

                if (reading is not null && rows.Count < RowsShown) rows.Add(Row(reading.Read(file.Records), file.Records.Row));
            }

            var fields = new string?[names.Length];
            foreach (var field in Enum.GetValues<Field>().Where(field => file.Plan[field] >= 0)) fields[file.Plan[field]] = field.ToString();
            foreach (var (column, kind) in file.Plan.Phones) fields[column] = kind.ToString();
            return new ListPreview(look.Shape == FileShape.Workbook ? "xlsx" : look.Encoding.WebName, file.Delimiter, file.Plan.HasHeader, look.Length,
                [.. names.Select((name, column) => new PreviewColumn(name, examples[column] ?? "", count == 0 ? 0 : (decimal)filled[column] / count, fields[column]) { Rank = file.Plan.Phones.FindIndex(phone => phone.Column == column) + 1 })], rows, flaw);
        }
    }

    private static PreviewRow Row((ProspectLine? Line, RowRefusal? Refusal) read, long row) => read is { Line: { } line }
        ? new(row, Named(line.FirstName, line.Name), line.Company, $"+{line.Number}", line.Zones, line.Grounds.Count > 0 || line.Audience == 2, null, null)
        : new(row, null, null, Shorten(read.Refusal!.Value), null, false, read.Refusal.Code, read.Refusal.Remedy);

    private static string? Named(string? first, string? last) => string.Join(' ', new[] { first, last }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name ? name : null;

    private static string Shorten(string value) => value.Length > 60 ? value[..60] + "…" : value;
}

/// <summary>A column of the file.</summary>
/// <param name="Filled">Share of the rows read in which something stands.</param>
/// <param name="Field">What it becomes; null when it is kept under its own name.</param>
public sealed record PreviewColumn(string Name, string Example, decimal Filled, string? Field)
{
    /// <summary>Which of a person's numbers stands here, from 1 on; 0 when none does.</summary>
    public int Rank { get; init; }
}

/// <summary>A row as it would be read.</summary>
/// <param name="Zones">Time zones in which the person may be.</param>
/// <param name="Grounded">Whether the row itself brings something on which a call can rest.</param>
/// <param name="Fault">Why it would be refused; null when it would not.</param>
public sealed record PreviewRow(long Row, string? Name, string? Company, string? Number, string? Zones, bool Grounded, string? Fault, string? Remedy);
