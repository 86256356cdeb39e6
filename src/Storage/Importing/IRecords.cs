namespace Plateau.Storage.Importing;

/// <summary>The rows of a file, one at a time: two answers exist, delimited text and workbook.</summary>
internal interface IRecords
{
    /// <summary>The line (text) or row (workbook) where the record begins, counted from one.</summary>
    long Row { get; }

    int Count { get; }

    /// <summary>Why the record could not be read; then its only field is the beginning of what stood there.</summary>
    RecordFault Fault { get; }

    string this[int column] { get; }

    bool Read();
}

internal enum RecordFault
{
    None,
    TooLong,
    TooManyColumns,
    QuoteNotClosed,
    TextAfterQuote,
}
