using NodaTime.Text;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Compliance.Records;

/// <summary>A client's records as files, to whoever may see its people; each copy is written in the audit log.</summary>
internal static class RecordsDoor
{
    public const string Oppositions = "oppositions", Mandates = "mandates", Papers = "papers";

    /// <summary>What a sheet holds beside its heading (ECMA-376 through the programs that open it: 1,048,576 rows).</summary>
    private const int MostRowsOfSheet = 1_048_575;

    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx"];

    public static string KindOf(GroundKind kind) => kind.Name() + "s";

    public static string AddressOf(string client, string kind, string format) => $"/compliance/records/{Uri.EscapeDataString(client)}/{kind}.{format}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/compliance/records/{client}/{kind}.{format}", TakeAsync).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(string client, string kind, string format, HttpContext context, Permissions permissions, Audited audited, CentreBook centre, RecordBook records, CancellationToken cancel)
    {
        if (await permissions.PersonAsync() is null || !Formats.Contains(format) || await centre.ClientAsync(new ClientId(client), cancel) is not { } owner) return Results.NotFound();
        Person person;
        try
        {
            person = await permissions.RequireAsync(Operation.CustomersSee, $"client:{owner.Id}", owner.Id);
        }
        catch (ForbiddenException)
        {
            // Whoever may not is told no more than that there is nothing; the refusal is written down.
            return Results.NotFound();
        }
        if (SheetOf(kind, owner, records, cancel) is not { } found) return Results.NotFound();
        var rows = new List<IReadOnlyList<object>>();
        await foreach (var row in found.Rows.WithCancellation(cancel)) rows.Add(row);
        if (format == "xlsx" && rows.Count > MostRowsOfSheet) return Results.Text(RecordWords.TooManyForWorkbook.With(rows.Count), statusCode: StatusCodes.Status413PayloadTooLarge);
        await audited.DoneAsync(person.Who, Operation.CustomersSee, $"client:{owner.Id}", owner.Id, new { records = kind, format, rows = rows.Count });
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(ExportDoor.Written([new Sheet(kind, found.Columns, rows)], format), format == "csv" ? ExportDoor.CsvType : ExportDoor.WorkbookType, $"{kind}-{owner.Id}.{format}");
    }

    /// <summary>The headings and rows of a kind of record; null when there is no such kind.</summary>
    internal static (IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<object>> Rows)? SheetOf(string kind, Client client, RecordBook records, CancellationToken cancel) => kind switch
    {
        Oppositions => (["at", "number", "name", "against", "list", "source", "hash"], records.OppositionsAsync(client.Id, cancel).Select(Row)),
        Mandates => (["number", "mandate", "from", "until", "authenticated", "evidenceSha256"],
            client.CallerIds.Select(each => (IReadOnlyList<object>)[each.Number, each.Mandate, Period.Text(each.From), each.Until is { } until ? Period.Text(until) : "", each.Authenticated ? "yes" : "no", EvidenceText.HashOf(EvidenceText.OfMandate(each))]).ToAsyncEnumerable()),
        Papers => (["paper", "reference", "from", "until"],
            client.Papers.Select(each => (IReadOnlyList<object>)[each.Kind.ToString(), each.Reference, Period.Text(each.From), each.Until is { } until ? Period.Text(until) : ""]).ToAsyncEnumerable()),
        _ when Enum.GetValues<GroundKind>().Cast<GroundKind?>().FirstOrDefault(each => KindOf(each!.Value) == kind) is { } ground =>
            (ColumnsOf(ground), records.GroundsAsync(client.Id, ground, cancel).Select(Row)),
        _ => null,
    };

    /// <summary>Headed as an import reads them, so that a file taken along brings back the same records.</summary>
    private static IReadOnlyList<string> ColumnsOf(GroundKind kind) =>
    [
        "phone", "name", "firstName", "company", "reference",
        .. kind switch
        {
            GroundKind.Consent => (string[])["consentProducts", "consentAt", "consentUntil", "consentWithdrawn", "consentProof", "consentAct", "consentStatements", "consentChannels", "consentCollector", "consentWording"],
            GroundKind.Contract => ["contractProducts", "contractSince", "contractUntil", "contractProof"],
            _ => ["requestProducts", "requestAt", "requestProof", "requestWording"],
        },
        "list", "file", "customer", "evidenceSha256",
    ];

    private static IReadOnlyList<object> Row(GroundRecord each) =>
    [
        each.Number, each.Name ?? "", each.FirstName ?? "", each.Company ?? "", each.Reference ?? "", Cell(each.Ground.Products), Moment(each.Ground.At),
        .. each.Ground.Kind switch
        {
            GroundKind.Consent => (string[])[Moment(each.Ground.Until), Moment(each.Ground.WithdrawnAt), each.Ground.Reference, .. Evidence(each.Ground.Evidence)],
            GroundKind.Contract => [Moment(each.Ground.Until), each.Ground.Reference],
            _ => [each.Ground.Reference, each.Ground.Evidence.Wording ?? ""],
        },
        each.List?.Value ?? "", each.File ?? "", each.Customer.Value, EvidenceText.HashOf(each.Ground.Text),
    ];

    /// <summary>What the client attests for a whole list is said so: an empty cell would mean that nobody knows.</summary>
    private static string[] Evidence(ConsentEvidence told) =>
    [
        told.Act ?? ConsentEvidence.AttestedCell, told.Statements switch { null => ConsentEvidence.AttestedCell, [] => ConsentEvidence.NoneCell, var some => Cell(some) }, Cell(told.Channels), told.Collector ?? "", told.Wording ?? "",
    ];

    private static string Cell(IReadOnlyList<string> several) => string.Join(" | ", several);

    private static IReadOnlyList<object> Row(OppositionRecord each) =>
        [Moment(each.At), each.Number ?? "", each.Name ?? "", each.Client?.Value ?? "*", each.List?.Value ?? "", each.Source, each.Hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>By the clock of the law, with its distance from UTC: a proof is read where the centre's own clock does not hold.</summary>
    private static string Moment(NodaTime.Instant? at) => at is { } told ? Moment(told) : "";

    private static string Moment(NodaTime.Instant at) => OffsetDateTimePattern.Rfc3339.Format(at.InZone(Zones.Paris).ToOffsetDateTime());
}
