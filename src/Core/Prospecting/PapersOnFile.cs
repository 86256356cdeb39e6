using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Core.Prospecting;

/// <summary>Which papers a client has on file on a day, as the rule book asks for them, and which are missing.</summary>
/// <remarks>Over a line that reaches nobody but our own practice nothing is asked for: people practise before a contract is signed.</remarks>
public static class PapersOnFile
{
    /// <summary>What the rule book is told of the papers; nothing where none is needed.</summary>
    public static Matters MattersOf(Client? client, TrunkLimits? trunk, Instant at)
    {
        if (trunk is { ReachesNobody: true }) return Matters.None;
        var day = RuleBook.DayOf(at);
        var abroad = client is not { SeenFromMorocco: false };
        return new Matters
        {
            ProcessorPapers = new(client?.Paper(PaperKind.ProcessorContract, day) is not null),
            TransferPapers = abroad ? new(client?.Paper(PaperKind.TransferClauses, day) is not null, client?.Paper(PaperKind.TransferAssessment, day) is not null) : null,
            MoroccanPapers = abroad ? new(client?.Paper(PaperKind.MoroccanReceipt, day)?.Reference) : null,
        };
    }

    /// <summary>Why the client's data may not be touched on that day, in the words of the rules; nothing when all is on file.</summary>
    public static IEnumerable<string> Missing(Client? client, TrunkLimits? trunk, Instant at)
    {
        var matters = MattersOf(client, trunk, at);
        if (matters.ProcessorPapers is { Signed: not true }) yield return ProcessorContract.Missing;
        if (matters.TransferPapers is { } transfer && transfer is not { Clauses: true, Assessment: true }) yield return TransferToMorocco.Missing;
        if (matters.MoroccanPapers is { } moroccan && string.IsNullOrWhiteSpace(moroccan.Receipt)) yield return MoroccanFormality.Missing;
    }
}
