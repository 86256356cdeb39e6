using System.Runtime.InteropServices;
using System.Text;

namespace Plateau.Storage.Importing;

/// <summary>A workbook's table of texts, as bytes end to end: a third of what strings would take, and bounded.</summary>
internal sealed class SharedTexts
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _ends = [];

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= _ends.Count)
                return "";
            var start = index == 0 ? 0 : _ends[index - 1];
            return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_bytes)[start.._ends[index]]);
        }
    }

    public void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_bytes.Count + length + _ends.Count * sizeof(int) > Bounds.SharedTexts)
        {
            throw new ImportRefused(new ImportFlaw("workbook-too-large", "workbook", $"The workbook's texts take more than {Bounds.SharedTexts >> 20} MB.",
                "Save the list as .csv and import that, or split it."));
        }

        var start = _bytes.Count;
        CollectionsMarshal.SetCount(_bytes, start + length);
        Encoding.UTF8.GetBytes(text, CollectionsMarshal.AsSpan(_bytes)[start..]);
        _ends.Add(_bytes.Count);
    }
}

/// <summary>Carries a whole file's refusal out of a reader that can only go on or stop.</summary>
internal sealed class ImportRefused(ImportFlaw flaw) : Exception(flaw.Message)
{
    public ImportFlaw Flaw { get; } = flaw;
}
