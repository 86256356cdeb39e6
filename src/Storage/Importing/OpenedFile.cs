namespace Plateau.Storage.Importing;

/// <summary>A file that is understood: how to read its records, and which column means what. It stands behind its header, or on its first row when it has none.</summary>
internal sealed class OpenedFile : IDisposable
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private const int SampleRecords = 50;
    private const int SampleLength = 1 << 16;

    private readonly Stream _content;

    private OpenedFile(Stream content, IRecords records, ColumnPlan plan, char? delimiter)
    {
        _content = content;
        Records = records;
        Plan = plan;
        Delimiter = delimiter;
    }

    public IRecords Records { get; }

    public ColumnPlan Plan { get; }

    public char? Delimiter { get; }

    public long Position => _content.Position;

    /// <param name="withoutPhone">Opens a file in which no column is a telephone number yet, to show its columns.</param>
    public static OpenedFile Open(Stream content, FileLook look, ImportOrder order, bool withoutPhone = false)
    {
        char? delimiter = null;
        IRecords records;
        if (look.Shape == FileShape.Workbook)
        {
            records = new XlsxRecords(content);
        }
        else
        {
            delimiter = order.Delimiter ?? Guess(content, look);
            records = Text(content, look, delimiter.Value);
        }

        if (!records.Read() || records.Fault != RecordFault.None)
        {
            throw new ImportRefused(new ImportFlaw("header-unreadable", "line 1",
                records.Fault == RecordFault.None ? "The file holds no row." : $"The first line can't be read ({records.Fault}).", "Open the file and see to its first line: it should name the columns."));
        }

        var first = new string[records.Count];
        for (var column = 0; column < first.Length; column++)
            first[column] = records[column];
        var (plan, flaw) = ColumnPlan.Draw(first, order, withoutPhone);
        return plan is null ? throw new ImportRefused(flaw!) : new OpenedFile(content, records, plan, delimiter);
    }

    public void Dispose() => (Records as IDisposable)?.Dispose();

    private static CsvRecords Text(Stream content, FileLook look, char delimiter)
    {
        content.Position = look.BomLength;
        return new CsvRecords(new StreamReader(content, look.Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true), delimiter);
    }

    /// <summary>The delimiter under which the first lines have most columns and agree on their number; the order of the candidates breaks a tie.</summary>
    private static char Guess(Stream content, FileLook look)
    {
        content.Position = look.BomLength;
        var sample = new char[SampleLength];
        using (var reader = new StreamReader(content, look.Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true))
            Array.Resize(ref sample, reader.ReadBlock(sample, 0, sample.Length));
        var text = new string(sample);
        var best = (Delimiter: ';', Score: 0);
        foreach (var delimiter in Delimiters)
        {
            var records = new CsvRecords(new StringReader(text), delimiter);
            var counts = new List<int>(SampleRecords);
            while (counts.Count < SampleRecords && records.Read())
                counts.Add(records.Fault == RecordFault.None ? records.Count : 0);
            var columns = counts.Count == 0 ? 0 : counts[0];
            var score = columns > 1 ? columns * counts.Count(each => each == columns) : 0;
            if (score > best.Score)
                best = (delimiter, score);
        }

        return best.Delimiter;
    }
}
