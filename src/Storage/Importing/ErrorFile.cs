using System.Globalization;
using System.Text;

namespace Plateau.Storage.Importing;

/// <summary>
/// Every refused row with the place, the value, the reason and the remedy, and its own cells behind them: mended there,
/// the file can be imported as it is. UTF-8 with its mark and semicolons, as French spreadsheets open it; no cell runs as a formula.
/// </summary>
internal sealed class ErrorFile : IAsyncDisposable
{
    private readonly StreamWriter _text;
    private readonly string[] _names;

    public ErrorFile(string path, string[] names)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        _text = new StreamWriter(path, append: false, new UTF8Encoding(true), 1 << 16);
        _names = names;
        Write(["row", "column", "value", "reason", "remedy", .. names]);
    }

    public void Add(RowRefusal refusal)
    {
        var shown = refusal.Value.Length > Bounds.ShownValue ? refusal.Value[..Bounds.ShownValue] + "…" : refusal.Value;
        Write([refusal.Row.ToString(CultureInfo.InvariantCulture), refusal.Column, shown, refusal.Code, refusal.Remedy, .. refusal.Record ?? new string[_names.Length]]);
    }

    public async ValueTask DisposeAsync() => await _text.DisposeAsync().ConfigureAwait(false);

    private void Write(ReadOnlySpan<string> cells)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            if (at > 0)
                _text.Write(';');
            var cell = Cell.Harmless(cells[at] ?? "");
            if (cell.AsSpan().IndexOfAny(";\"\r\n") < 0)
            {
                _text.Write(cell);
                continue;
            }

            _text.Write('"');
            _text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
            _text.Write('"');
        }

        _text.Write("\r\n");
    }
}
