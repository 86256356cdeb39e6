using Plateau.Core.Compliance;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>One ground that a row tells, as it is kept. Equal ones are the same ground.</summary>
/// <param name="Products">Goods or services named, one a line.</param>
/// <param name="Statements">Codes, one a line, in the order of the law; null when the client attests them.</param>
/// <param name="Channels">Codes, one a line.</param>
internal sealed record GroundLine(
    GroundKind Kind, long At, long? Until, long? WithdrawnAt, string Reference, string Products, string? Act, string? Statements, string? Channels, string? Collector, string? Wording)
{
    /// <summary>How evidence stands in the database: what is not told at all, and what is known to be unknown, stay apart.</summary>
    public static string? Kept(IReadOnlyList<string>? codes) => codes is null ? null : string.Join('\n', codes);

    /// <summary>As it was kept.</summary>
    public static ConsentEvidence Evidence(string? act, string? statements, string? channels, string? collector, string? wording) => new()
    {
        Act = act, Statements = Codes(statements), Channels = Codes(channels) ?? [], Collector = collector, Wording = wording,
    };

    private static string[]? Codes(string? kept) => kept?.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
