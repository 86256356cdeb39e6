using System.Text;

namespace Plateau.Storage.Importing;

/// <summary>
/// Reads RFC 4180 records of any delimiter from a text of any size, holding one record at a time.
/// A record that is too long or broken is a verdict about that record: reading goes on at the next line,
/// so one stray quote or one endless line never costs the rest of the file. (That is why this is our own
/// reader: the library at hand can bound a record, but only by ending the whole reading.)
/// </summary>
internal sealed class CsvRecords(TextReader text, char delimiter, int recordLength = Bounds.RecordLength) : IRecords
{
    private readonly char[] _buffer = new char[recordLength * 2];
    private readonly List<Range> _fields = [];
    private readonly StringBuilder _unquoted = new();
    private readonly List<(int Field, string Text)> _rewritten = [];
    private int _start;
    private int _end;
    private bool _atEnd;
    private long _line = 1;

    public long Row { get; private set; }

    public int Count => _fields.Count;

    public RecordFault Fault { get; private set; }

    public string this[int column]
    {
        get
        {
            foreach (var (field, rewritten) in _rewritten)
            {
                if (field == column)
                    return rewritten;
            }

            return new string(_buffer.AsSpan(_fields[column]));
        }
    }

    /// <summary>Goes to the next record that is not an empty line; false at the end of the text.</summary>
    public bool Read()
    {
        while (true)
        {
            _fields.Clear();
            _rewritten.Clear();
            Fault = RecordFault.None;
            if (_start == _end && !Fill())
                return false;
            Row = _line;
            if (_buffer[_start] is '\n' or '\r')
            {
                EndOfLine(_start);
                continue;
            }

            ReadRecord();
            return true;
        }
    }

    private void ReadRecord()
    {
        var at = _start;
        while (true)
        {
            var field = at;
            if (!Has(ref at, ref field))
            {
                if (Fault != RecordFault.None)
                    return;
                _fields.Add(at..at);
                _start = at;
                return;
            }

            if (_buffer[at] == '"')
            {
                if (!ReadQuoted(ref at, ref field))
                    return;
            }
            else
            {
                if (!ReadPlain(ref at, ref field))
                    return;
            }

            if (_fields.Count > Bounds.Columns)
            {
                Refuse(RecordFault.TooManyColumns);
                return;
            }

            if (!Has(ref at, ref field))
            {
                if (Fault == RecordFault.None)
                    _start = at;
                return;
            }

            if (_buffer[at] == delimiter)
            {
                at++;
                continue;
            }

            EndOfLine(at);
            return;
        }
    }

    private bool ReadPlain(ref int at, ref int field)
    {
        while (true)
        {
            var found = _buffer.AsSpan(at, _end - at).IndexOfAny(delimiter, '\n', '\r');
            at = found < 0 ? _end : at + found;
            if (found >= 0 || !Has(ref at, ref field))
            {
                if (Fault != RecordFault.None)
                    return false;
                _fields.Add(field..at);
                return true;
            }
        }
    }

    /// <summary>A field in quotes, in which a doubled quote stands for one and a line end for itself.</summary>
    private bool ReadQuoted(ref int at, ref int field)
    {
        at++;
        var doubled = false;
        while (true)
        {
            if (!Has(ref at, ref field))
            {
                if (Fault == RecordFault.None)
                    Refuse(RecordFault.QuoteNotClosed);
                return false;
            }

            var found = _buffer.AsSpan(at, _end - at).IndexOf('"');
            at = found < 0 ? _end : at + found;
            if (found < 0)
                continue;
            at++;
            if (!Has(ref at, ref field))
            {
                if (Fault != RecordFault.None)
                    return false;
                break;
            }

            if (_buffer[at] != '"')
                break;
            doubled = true;
            at++;
        }

        _fields.Add((field + 1)..(at - 1));
        if (doubled)
        {
            _unquoted.Clear().Append(_buffer, field + 1, at - field - 2).Replace("\"\"", "\"");
            _rewritten.Add((_fields.Count - 1, _unquoted.ToString()));
        }

        if (at < _end && _buffer[at] != delimiter && _buffer[at] is not ('\n' or '\r'))
        {
            Refuse(RecordFault.TextAfterQuote);
            return false;
        }

        return true;
    }

    /// <summary>Sees to it that a character stands at <paramref name="at"/>; false at the end of the text or when the record has grown too long (the fault says which).</summary>
    private bool Has(ref int at, ref int field)
    {
        if (at < _end)
            return at - _start <= recordLength || TooLong();
        if (at - _start > recordLength)
            return TooLong();
        // Reading moves the record to the front even when it finds the end of the text; after that end it moves nothing.
        var moved = _atEnd ? 0 : _start;
        var more = Fill();
        at -= moved;
        field -= moved;
        for (var each = 0; each < _fields.Count; each++)
            _fields[each] = (_fields[each].Start.Value - moved)..(_fields[each].End.Value - moved);
        return more;
    }

    private bool TooLong()
    {
        Refuse(RecordFault.TooLong);
        return false;
    }

    /// <summary>Moves what is left of the record to the front and reads behind it.</summary>
    private bool Fill()
    {
        if (_atEnd)
            return false;
        Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        var read = text.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    /// <summary>Gives the record up: what is kept of it is its first line's beginning, and reading goes on at the next line.</summary>
    private void Refuse(RecordFault fault)
    {
        Fault = fault;
        _fields.Clear();
        _rewritten.Clear();
        var shown = _buffer.AsSpan(_start, Math.Min(Bounds.ShownValue, _end - _start));
        var line = shown.IndexOfAny('\r', '\n');
        _rewritten.Add((0, new string(line < 0 ? shown : shown[..line])));
        _fields.Add(0..0);
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOfAny('\r', '\n');
            if (end >= 0)
            {
                EndOfLine(_start + end);
                return;
            }

            _start = _end;
            if (!Fill())
                return;
        }
    }

    private void EndOfLine(int at)
    {
        // Lines inside quotes count too, so that a row's number is what a text editor shows.
        var crossed = _buffer.AsSpan(_start, at - _start);
        _line += crossed.Count('\n') + 1;
        var carriageReturn = _buffer[at] == '\r';
        _start = at + 1;
        if (carriageReturn && (_start < _end || Fill()) && _buffer[_start] == '\n')
            _start++;
    }
}
