using Plateau.Core.Interactions;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>One good row, ready for the database.</summary>
internal sealed class ProspectLine
{
    public required long Row { get; init; }
    /// <summary>The number by which the person is known; another one of theirs, when the client gave that one first.</summary>
    public required long Number { get; set; }

    /// <summary>Their other numbers, in the order of the columns.</summary>
    public IReadOnlyList<long> Others { get; set; } = [];

    /// <summary>Which lines they are, of those whose column tells; null when none does.</summary>
    public IReadOnlyDictionary<long, NumberKind>? Kinds { get; init; }

    public short KindOf(long number) => Kinds is not null && Kinds.TryGetValue(number, out var told) ? (short)told : NumberReading.KindOf(number);
    public required short Audience { get; init; }
    public required string Country { get; init; }
    public string? Territory { get; init; }
    public required string Zones { get; init; }
    public required bool PlaceTold { get; init; }
    public string? Name { get; init; }
    public string? FirstName { get; init; }
    public string? Company { get; init; }
    public string? Email { get; init; }

    /// <summary>In which they are written to: fr, en or ar; null where nobody told.</summary>
    public string? Language { get; init; }
    public string? Postcode { get; init; }
    public string? City { get; init; }
    public string? Reference { get; init; }
    /// <summary>What calls to them may rest on.</summary>
    public IReadOnlyList<GroundLine> Grounds { get; init; } = [];
    public double? Score { get; init; }
    public string? Extra { get; init; }

    /// <summary>When they last consented; a consent taken back since says nothing any more.</summary>
    public long? ConsentAt => Grounds.Where(ground => ground is { Kind: GroundKind.Consent, WithdrawnAt: null }).Max(ground => (long?)ground.At);

    /// <summary>Where they belong on a list that tells its people apart by these columns.</summary>
    public SegmentKey Segment(string list, string[] columns) => new(list, Audience, Country, Zones, Territory ?? "", Segments.Words(columns, Territory, City, Extra));
}

/// <summary>Some rows at a time on their way to the database, good ones and refused ones together, in the order of the file.</summary>
internal sealed class Slice
{
    public List<ProspectLine> Lines { get; } = new(Bounds.Slice);
    public List<RowRefusal> Refusals { get; } = [];

    /// <summary>What could not be taken of rows that are taken: a second number that is none.</summary>
    public List<RowRefusal> Notes { get; } = [];

    /// <summary>Grounds of people who stood earlier in the file: another row of theirs makes no second prospect, and nothing that it tells is lost.</summary>
    public List<(long Number, GroundLine Ground)> Further { get; set; } = [];
    public long Rows { get; set; }
    public long Duplicates { get; set; }
    public long Opposed { get; set; }

    /// <summary>How far into the file this slice reaches.</summary>
    public long Bytes { get; set; }

    public bool Full => Lines.Count + Refusals.Count >= Bounds.Slice;
}
