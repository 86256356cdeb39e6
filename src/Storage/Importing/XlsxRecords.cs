using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Plateau.Storage.Importing;

/// <summary>
/// Reads the first sheet of a workbook row by row. A workbook is a zip of XML, so a small file can unpack to a
/// mountain: what comes out is counted while it comes out (the sizes written in the zip are only claims), and
/// columns and shared texts are bounded. (A general reader widens each row to the column that a cell claims;
/// that is why this is our own.)
/// </summary>
internal sealed class XlsxRecords : IRecords, IDisposable
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = false, XmlResolver = null, MaxCharactersInDocument = 0 };

    private readonly ZipArchive _zip;
    private readonly long _most;
    private readonly SharedTexts _shared;
    private readonly XmlReader _sheet;
    private readonly List<string> _cells = [];
    private readonly StringBuilder _text = new();
    private readonly char[] _piece = new char[4096];
    private long _unpacked;

    public XlsxRecords(Stream content)
    {
        _zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        _most = Math.Max(Bounds.WorkbookFloor, content.Length * Bounds.WorkbookRatio);
        _shared = new SharedTexts();
        if (_zip.GetEntry("xl/sharedStrings.xml") is { } shared)
            ReadShared(shared);
        var sheet = _zip.GetEntry("xl/worksheets/sheet1.xml")
            ?? _zip.Entries.FirstOrDefault(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            ?? throw new ImportRefused(new ImportFlaw("workbook-without-sheet", "workbook", "The workbook has no sheet.", "Save the list as .xlsx or .csv again."));
        _sheet = Open(sheet);
    }

    public long Row { get; private set; }

    public int Count => _cells.Count;

    public RecordFault Fault { get; private set; }

    public string this[int column] => _cells[column];

    public bool Read()
    {
        while (_sheet.Read())
        {
            if (_sheet.NodeType != XmlNodeType.Element || _sheet.LocalName != "row")
                continue;
            Row = long.TryParse(_sheet.GetAttribute("r"), out var told) && told > Row ? told : Row + 1;
            Fault = RecordFault.None;
            _cells.Clear();
            if (!_sheet.IsEmptyElement)
                ReadCells();
            if (Fault != RecordFault.None || _cells.Exists(cell => cell.Length > 0))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _zip.Dispose();
    }

    private void ReadCells()
    {
        var depth = _sheet.Depth;
        var length = 0;
        while (_sheet.Read() && !(_sheet.NodeType == XmlNodeType.EndElement && _sheet.Depth == depth))
        {
            if (_sheet.NodeType != XmlNodeType.Element || _sheet.LocalName != "c")
                continue;
            var column = ColumnOf(_sheet.GetAttribute("r")) ?? _cells.Count;
            var kind = _sheet.GetAttribute("t");
            var text = _sheet.IsEmptyElement ? "" : ReadCell(kind);
            if (Fault != RecordFault.None)
                continue;
            length += text.Length;
            if (column >= Bounds.Columns || length > Bounds.RecordLength)
            {
                Fault = column >= Bounds.Columns ? RecordFault.TooManyColumns : RecordFault.TooLong;
                _cells.Clear();
                _cells.Add(text.Length > Bounds.ShownValue ? text[..Bounds.ShownValue] : text);
                continue;
            }

            while (_cells.Count <= column)
                _cells.Add("");
            _cells[column] = text;
        }
    }

    private string ReadCell(string? kind)
    {
        _text.Clear();
        var depth = _sheet.Depth;
        var aside = false;
        while (_sheet.Read() && _sheet.Depth > depth)
        {
            if (_sheet.NodeType == XmlNodeType.Element)
                aside = _sheet.LocalName is "f" or "rPh" && !_sheet.IsEmptyElement;
            else if (_sheet.NodeType == XmlNodeType.EndElement)
                aside = false;
            else if (!aside)
                AppendText(_sheet);
        }

        var text = _text.ToString();
        return kind switch
        {
            "s" => int.TryParse(text, out var index) ? _shared[index] : "",
            null or "n" => Plain(text),
            "e" => "",
            _ => text,
        };
    }

    /// <summary>Takes a text piece by piece and keeps only as much as a record may hold: the rest is read and let go.</summary>
    private void AppendText(XmlReader reader)
    {
        if (!reader.HasValue || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA))
            return;
        int read;
        while ((read = reader.ReadValueChunk(_piece, 0, _piece.Length)) > 0)
        {
            if (_text.Length <= Bounds.RecordLength)
                _text.Append(_piece, 0, read);
        }
    }

    /// <summary>A whole number that the workbook wrote as 3.3612345678E10 is written out again.</summary>
    private static string Plain(string text) =>
        text.Contains('E', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture)
            : text;

    /// <summary>The place of AB12, counted from zero, never more than one past the bound.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter))
                break;
            column = Math.Min(column * 26 + (letter - 'A' + 1), Bounds.Columns + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private void ReadShared(ZipArchiveEntry entry)
    {
        using var reader = Open(entry);
        var phonetic = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                _text.Clear();
                if (reader.IsEmptyElement)
                    _shared.Add("");
            }
            else if (reader.LocalName == "rPh")
            {
                phonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "si")
            {
                _shared.Add(_text.ToString());
            }
            else if (!phonetic)
            {
                AppendText(reader);
            }
        }
    }

    private XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(new Counted(entry.Open(), this), Settings);

    private void Weigh(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > _most)
            throw new ImportRefused(new ImportFlaw("workbook-bomb", "workbook", $"The workbook unpacks to more than {Bounds.WorkbookRatio} times its size.", "Save the list as .csv and import that."));
    }

    /// <summary>Counts what really comes out of the zip.</summary>
    private sealed class Counted(Stream inner, XlsxRecords owner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            owner.Weigh(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
