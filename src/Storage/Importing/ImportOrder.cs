using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Importing;

/// <summary>What somebody asks of an import: whose list, and how to read what the file itself does not say.</summary>
public sealed record ImportOrder(ClientId Client, ListId List, string FileName, Instant At)
{
    /// <summary>ISO 3166-1 region in which a number without a country code is dialled.</summary>
    public string Region { get; init; } = "FR";

    /// <summary>Field to column name, over what the header suggests; <c>-</c> as the column leaves the field unread.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns of numbers, the best first, each with the field that says which line it is; none leaves that to the headings.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Phones { get; init; } = [];

    /// <summary>This order with a mapping as people write it, pair by pair: numbers may stand in several columns, anything else in one.</summary>
    public ImportOrder Mapped(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var told = pairs.ToLookup(pair => pair.Value != "-" && HeaderWords.Named(pair.Key) is { } field && HeaderWords.IsPhone(field));
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, column) in told[false]) map[field] = column;
        return this with { Map = map, Phones = [.. told[true]] };
    }

    /// <summary>Who these people are unless a column says otherwise. A consumer has the stricter rules.</summary>
    public Audience Audience { get; init; } = Audience.Consumer;

    /// <summary>Goods or services that a consent or a contract of this file names, unless a column does.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Where refused rows are written; null writes none.</summary>
    public string? ErrorFile { get; init; }

    /// <summary>Read, check and count, and change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Only gives those who are on the list already their new scores; whoever is not is refused.</summary>
    public bool ScoresOnly { get; init; }

    /// <summary>The delimiter when the guess is wrong; null guesses.</summary>
    public char? Delimiter { get; init; }
}

public enum ImportResult
{
    /// <summary>Every row was read; refused rows are counted and written down.</summary>
    Complete,
    /// <summary>The very same file is on this list already: nothing was changed.</summary>
    AlreadyImported,
    /// <summary>The file as a whole can't be imported; the flaw says why.</summary>
    Refused,
    /// <summary>Read and checked only.</summary>
    DryRun,
}

/// <summary>What came of an import.</summary>
/// <param name="Batch">Names the import, for reverting it; 0 when there is none.</param>
/// <param name="Accepted">Prospects new on the list.</param>
/// <param name="Refused">Rows refused for what stands in them.</param>
/// <param name="Duplicates">Rows whose number stood earlier in the file or on the list already.</param>
/// <param name="Opposed">Rows whose person has objected to this client's calls.</param>
/// <param name="Columns">Field to column name, as the file was read.</param>
public sealed record ImportReport(
    ImportResult Result,
    long Batch,
    long Rows,
    long Accepted,
    long Refused,
    long Duplicates,
    long Opposed,
    IReadOnlyDictionary<string, string> Columns,
    string Encoding,
    char? Delimiter,
    string? ErrorFile,
    ImportFlaw? Flaw = null)
{
    /// <summary>Prospects who were given a new score by a file of scores.</summary>
    public long Rescored { get; init; }

    /// <summary>What could not be taken of rows that were: a second number that is none, a ground without its date. Each stands in the error file.</summary>
    public long Noted { get; init; }
}

/// <summary>Why a whole file is refused.</summary>
/// <param name="Code">Stable word for programs.</param>
public sealed record ImportFlaw(string Code, string Place, string Message, string Remedy);

/// <summary>How far an import is.</summary>
/// <param name="Left">Time still needed, judged by the bytes so far; null at the beginning.</param>
public readonly record struct ImportProgress(long Bytes, long TotalBytes, long Rows, Duration? Left);
