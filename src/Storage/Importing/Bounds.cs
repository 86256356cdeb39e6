namespace Plateau.Storage.Importing;

/// <summary>Every limit of an import by name, so that no file, honest or not, takes more memory than these allow.</summary>
internal static class Bounds
{
    /// <summary>Characters of one record; a longer one is refused and skipped without being kept.</summary>
    public const int RecordLength = 65_536;

    /// <summary>Columns of one file: a prospect list has ten, a wide export two hundred.</summary>
    public const int Columns = 1_024;

    /// <summary>Rows of one file; a longer one is to be split. Each row seen costs some twenty bytes until the end.</summary>
    public const int Rows = 5_000_000;

    /// <summary>Rows handed to the database at a time: one short transaction, so that the floor's own writes wait little.</summary>
    public const int Slice = 20_000;

    /// <summary>Slices read ahead while the database works on one.</summary>
    public const int SlicesAhead = 2;

    /// <summary>How many times its packed size a workbook may unpack to; honest ones stay below fifty.</summary>
    public const int WorkbookRatio = 200;

    /// <summary>Below this size unpacked, a workbook's ratio means nothing.</summary>
    public const long WorkbookFloor = 32L << 20;

    /// <summary>Bytes of a workbook's table of shared texts, which must be held at once.</summary>
    public const int SharedTexts = 96 << 20;

    /// <summary>Characters of a refused value shown in the error file.</summary>
    public const int ShownValue = 200;

    /// <summary>Bytes spooled of an upload whose stream cannot be read twice.</summary>
    public const long Spool = 4L << 30;
}
