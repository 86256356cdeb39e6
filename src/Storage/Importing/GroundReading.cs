using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Importing;

/// <summary>Reads the grounds that a row tells: a consent with the evidence of how it was given, a contract, the person's own request.</summary>
/// <remarks>A file that has a column for the act or the statements speaks for each row: a cell left empty there is not attested by anybody.</remarks>
internal sealed class GroundReading(ColumnPlan plan, LineReading row, IReadOnlyList<string> products, bool fromWorkbook)
{
    private const string DateRemedy = "A ground needs its date: write it as 2026-11-23 or 23/11/2026, or leave the cell empty.";

    private static readonly Field[] OfConsent =
        [Field.ConsentUntil, Field.ConsentProof, Field.ConsentProducts, Field.ConsentAct, Field.ConsentStatements, Field.ConsentChannels, Field.ConsentCollector, Field.ConsentWording, Field.ConsentWithdrawn];

    private static readonly Field[] OfContract = [Field.ContractUntil, Field.ContractProof, Field.ContractProducts];
    private static readonly Field[] OfRequest = [Field.RequestProof, Field.RequestProducts, Field.RequestWording];

    private readonly List<RowRefusal> _notes = [];
    private RowRefusal? _wrong;

    /// <summary>What could not be taken of the last row: a ground without its date. The person is taken without it.</summary>
    public IReadOnlyList<RowRefusal> Notes => _notes;

    /// <summary>The row's grounds, none being an answer too; or what is wrong with the first cell that can't be read.</summary>
    public (IReadOnlyList<GroundLine> Grounds, RowRefusal? Refusal) Read(IRecords record)
    {
        (_wrong, var found) = (null, new List<GroundLine>(1));
        _notes.Clear();
        if (Consent(record) is { } consent) found.Add(consent);
        if (_wrong is null && Contract(record) is { } contract) found.Add(contract);
        if (_wrong is null && Request(record) is { } request) found.Add(request);
        return (found, _wrong);
    }

    private GroundLine? Consent(IRecords record)
    {
        var at = Day(record, Field.ConsentAt, OfConsent);
        var until = Day(record, Field.ConsentUntil, end: true);
        var withdrawn = Day(record, Field.ConsentWithdrawn);
        if (at is null || _wrong is not null) return null;
        if (until <= at) Refuse(record, Field.ConsentUntil, "period-ends-before", "The end lies before the consent: correct one of the two dates.");
        var (act, statements, channels) = (Act(record), Statements(record), Channels(record));
        return new(GroundKind.Consent, StoredInstant.Of(at.Value), StoredInstant.Of(until), StoredInstant.Of(withdrawn), row.Text(record, Field.ConsentProof) ?? "", Products(record, Field.ConsentProducts), act, statements, channels,
            Bounded(record, Field.ConsentCollector, ConsentEvidence.MostCollector), Bounded(record, Field.ConsentWording, ConsentEvidence.MostWording));
    }

    private GroundLine? Contract(IRecords record)
    {
        var since = Day(record, Field.ContractSince, OfContract);
        var until = Day(record, Field.ContractUntil, end: true);
        if (until <= since) Refuse(record, Field.ContractUntil, "period-ends-before", "The end lies before the contract's start: correct one of the two dates.");
        return since is null ? null : new(GroundKind.Contract, StoredInstant.Of(since.Value), StoredInstant.Of(until), null, row.Text(record, Field.ContractProof) ?? "", Products(record, Field.ContractProducts), null, null, null, null, null);
    }

    private GroundLine? Request(IRecords record) => Day(record, Field.RequestAt, OfRequest) is not { } at ? null
        : new(GroundKind.Request, StoredInstant.Of(at), null, null, row.Text(record, Field.RequestProof) ?? "", Products(record, Field.RequestProducts), null, null, null, null,
            Bounded(record, Field.RequestWording, ConsentEvidence.MostWording));

    /// <summary>A date, or null when none is told; that it is missing where its ground's other cells are filled is noted, because they are lost.</summary>
    private Instant? Day(IRecords record, Field field, Field[]? others = null, bool end = false)
    {
        if (_wrong is not null) return null;
        if (row.Text(record, field) is not { } text || HeaderWords.Fold(text) is "non" or "no" or "n" or "false" or "0" or "")
        {
            if (others is not null && plan[field] >= 0 && Array.Find(others, each => row.Text(record, each) is not null) is var other && other != default && row.Text(record, field) is null)
                _notes.Add(row.Refusal(record, other, row.Text(record, other)!, "date-missing", $"What stands here has no date, so the person is taken without it: fill in {plan.Names[plan[field]]} and import the row again."));
            return null;
        }

        if ((end ? Dates.ReadEnd(text, fromWorkbook) : Dates.Read(text, fromWorkbook)) is { } at) return at;
        Refuse(record, field, "date-unreadable", DateRemedy);
        return null;
    }

    private string? Act(IRecords record)
    {
        if (plan[Field.ConsentAct] < 0) return null;
        if (row.Text(record, Field.ConsentAct) is not { } text) return "";
        if (EvidenceWords.SaysAttested(text)) return null;
        if (EvidenceWords.Act(text) is { } act) return act;
        Refuse(record, Field.ConsentAct, "act-unknown", $"Write how the person said yes: {string.Join(", ", ConsentEvidence.PositiveActs)}; or that they did not: {string.Join(", ", ConsentEvidence.NoActs)}.");
        return null;
    }

    private string? Statements(IRecords record)
    {
        if (plan[Field.ConsentStatements] < 0) return null;
        if (row.Text(record, Field.ConsentStatements) is not { } text) return "";
        if (EvidenceWords.SaysAttested(text)) return null;
        var (codes, unread) = EvidenceWords.ReadStatements(text);
        if (unread is null) return GroundLine.Kept(codes);
        Refuse(record, Field.ConsentStatements, "statement-unknown", $"'{unread}' is none of the statements: write {string.Join(", ", ConsentForm.Compulsory)}, or all.");
        return null;
    }

    private string? Channels(IRecords record)
    {
        if (row.Text(record, Field.ConsentChannels) is not { } text) return null;
        var (codes, unread) = EvidenceWords.ReadWays(text);
        if (unread is not null) Refuse(record, Field.ConsentChannels, "channel-unknown", $"'{unread}' is no way of being reached: write {string.Join(", ", ConsentEvidence.Ways)}.");
        else if (!new ConsentEvidence { Channels = codes }.ReachesTelephone) Refuse(record, Field.ConsentChannels, "channel-not-telephone", "This consent is for no telephone, so no call can rest on it: empty the consent's cells of this row.");
        return GroundLine.Kept(codes);
    }

    private string? Bounded(IRecords record, Field field, int most)
    {
        var text = row.Text(record, field);
        if (text?.Length > most) Refuse(record, field, "text-too-long", $"At most {most:N0} characters are kept here: shorten it, or name where the whole text is kept.");
        return text;
    }

    private string Products(IRecords record, Field field) =>
        string.Join('\n', (row.Text(record, field) ?? row.Text(record, Field.Product)) is { } told ? EvidenceWords.Parts(told) : products);

    private void Refuse(IRecords record, Field field, string code, string remedy) => _wrong ??= row.Refusal(record, field, row.Text(record, field) ?? "", code, remedy);
}
