using Plateau.Core.Compliance;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports.Proofs;

/// <summary>One record on which a call rests: its hash as the permit names it, and the record as it is kept now, to be compared.</summary>
/// <param name="Sha256">As it stands in the permit.</param>
/// <param name="Text">The record as it is on file now, in the form whose hash is counted; null when it is no longer kept.</param>
/// <param name="TextSha256">The hash of that text; the same as the permit's while nobody changed the record.</param>
/// <param name="PieceSha256">The hash of the piece of evidence itself, where the record's reference names one.</param>
internal sealed record EvidenceOnFile(string Of, string Reference, string Sha256, string? Text, string? TextSha256, string? PieceSha256)
{
    /// <summary>True while the record is the one that was decided by.</summary>
    public bool Stands => TextSha256 == Sha256;

    /// <summary>The records behind a permit, as they are kept now; none for a permit that names none.</summary>
    public static async Task<IReadOnlyList<EvidenceOnFile>> ReadAsync(AttemptPermitted permitted, CustomerBook customers, CentreBook centre, CancellationToken cancel = default)
    {
        if (permitted.Permit.Evidence is not { Count: > 0 } named) return [];
        IReadOnlyList<string> kept =
        [
            .. (await customers.FindAsync(permitted.Customer, cancel))?.Grounds.Select(ground => ground.Text) ?? [],
            .. (await centre.ClientAsync(permitted.Client, cancel))?.CallerIds.Where(number => number.Number == permitted.Permit.CallerId).Select(EvidenceText.OfMandate) ?? [],
        ];
        return [.. named.Select(each => Compare(each, kept))];
    }

    /// <summary>The record with that hash; else, where it was changed since, one of the same kind and reference.</summary>
    private static EvidenceOnFile Compare(EvidenceHash named, IReadOnlyList<string> kept)
    {
        var text = kept.FirstOrDefault(each => EvidenceText.HashOf(each) == named.Sha256) ?? kept.FirstOrDefault(each => each.StartsWith(EvidenceText.Begin(named.Of, named.Reference), StringComparison.Ordinal));
        return new(named.Of, named.Reference, named.Sha256, text, text is null ? null : EvidenceText.HashOf(text), EvidenceText.PieceOf(named.Reference));
    }

    /// <summary>What of a file does not give what it says; null when all does. A record that was changed since is no flaw of the file.</summary>
    public string? Flaw(IReadOnlyList<EvidenceHash> ofPermit) =>
        ofPermit.FirstOrDefault(each => each.Of == Of && each.Reference == Reference) is not { } named ? $"evidence {Of} {Reference} is not in the permit"
        : named.Sha256 != Sha256 ? $"evidence {Of} {Reference} has another hash than in the permit"
        : Text is { } text && EvidenceText.HashOf(text) != TextSha256 ? $"evidence {Of} {Reference} does not give its hash: its text is not the one that was on file"
        : null;

    /// <summary>Whether the record stands as it was, in a sentence.</summary>
    public string Sentence => Text is null ? "no longer on file: compare with your own copy" : Stands ? "still on file as it was decided by" : "changed on file since";
}
