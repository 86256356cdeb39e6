using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plateau.Contracts.Api;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Reports;

/// <summary>A simulated morning of one campaign, entered into the journal of a running Plateau, with people of hostile names on its list.</summary>
public sealed partial class SimulatedMorning
{
    public const string Campaign = "ete", List = "ete-liste", Stream = "told";
    public const string Formula = "=HYPERLINK(\"http://example.org\")", Script = "<script>alert(1)</script>";

    /// <summary>The morning lies somewhere within.</summary>
    public const string Days = "from=2026-11-01&to=2026-12-31";

    private const int People = 400;

    /// <summary>What the simulation itself counted while it lived.</summary>
    public required Figures Live { get; init; }

    /// <summary>Recordings that the journal says are kept, in order; of the first there is a file.</summary>
    public required IReadOnlyList<RecordingId> Recordings { get; init; }

    /// <summary>Where the first refusal stands in the journal.</summary>
    public required long Refusal { get; init; }

    public AttemptId Call => CallOf(0);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The call of a recording.</summary>
    public AttemptId CallOf(int recording) => new(Recordings[recording].Value[..Recordings[recording].Value.LastIndexOf('-')]);

    /// <param name="client">Whose campaign it becomes; the programme must be there.</param>
    /// <param name="folder">The data folder, where recordings are kept.</param>
    public static async Task<SimulatedMorning> EnterAsync(HttpClient centre, string folder, Store store, string client, string programme)
    {
        await centre.DoneAsync("PUT", $"api/v1/lists/{List}", $$"""{"client":"{{client}}","name":"Liste d’été"}""");
        await centre.DoneAsync("PUT", $"api/v1/campaigns/{Campaign}", $$"""{"name":"Été","client":"{{client}}","programme":"{{programme}}","mode":"progressive","trunk":"practice","callerId":"+33162000001","product":"mutuelle","lists":["{{List}}"]}""");
        var rows = Enumerable.Range(0, People).Select(each => $"\"{(each % 2 == 0 ? Formula : Script).Replace("\"", "\"\"", StringComparison.Ordinal)}\";+3319900{each:0000};75001;2026-10-01;P{each};mutuelle");
        using var file = new StringContent(TwoClients.List([.. rows]), Encoding.UTF8, "text/csv");
        using var sent = await centre.PostAsync($"api/v1/lists/{List}/imports", file, Cancelled);
        var card = await centre.ImportedAsync(JsonDocument.Parse(await sent.Content.ReadAsStringAsync(Cancelled)).RootElement.Text("id"));
        card.Text("state").Should().Be("complete", card.ToString());
        var first = (await centre.DoneAsync("GET", $"api/v1/lists/{List}/prospects?count=1")).GetProperty("items")[0];
        return await AppendAsync(folder, store, client, long.Parse(first.Text("id"), CultureInfo.InvariantCulture) - 1, long.Parse(first.Text("customer"), CultureInfo.InvariantCulture) - 1);
    }

    /// <summary>The simulation knows its own people from 1 on; in the journal they are those who were imported.</summary>
    private static async Task<SimulatedMorning> AppendAsync(string folder, Store store, string client, long prospects, long customers)
    {
        var world = new World(new Scenario { Name = "morning", Minutes = 60, Agents = 8, Record = true, DetectMachines = true, Customers = new() { Count = People } }, 11, keep: true);
        var live = world.Run();
        var chain = DecisionChain.Beginning;
        var facts = world.Journal.Select(entry => FactJson.Read(entry.Name, Encoding.UTF8.GetBytes(
            Number().Replace(Encoding.UTF8.GetString(entry.Data), match => $"\"{match.Groups[1]}\":{long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + (match.Groups[1].Value == "prospect" ? prospects : customers)}")
                .Replace("\"acme\"", $"\"{client}\"", StringComparison.Ordinal).Replace("\"simulated\"", $"\"{Campaign}\"", StringComparison.Ordinal)))).ToList();
        await RestAsync(store, facts);
        facts = facts.ConvertAll(Linked);
        Fact Linked(Fact fact) => fact is IDecision decision ? decision.Linked(chain = DecisionChain.Next(chain, fact)) : fact;
        await using var journal = new Journal(store);
        var written = 0L;
        foreach (var some in facts.Chunk(500)) written = await journal.AppendAsync(Stream, written, some, Cancelled);
        IReadOnlyList<RecordingId> recordings = [.. facts.OfType<RecordingKept>().Select(kept => kept.Recording)];
        Directory.CreateDirectory(Path.Combine(folder, "recordings"));
        WaveFile.Write(Path.Combine(folder, "recordings", $"{recordings[0]}.wav"), Voice.Murmur(120, 2, 3, 1));
        return new SimulatedMorning { Live = live, Recordings = recordings, Refusal = facts.FindIndex(fact => fact is DialRefused) + 1 };
    }

    /// <summary>The call of the first recording rests on the records of whom it called, as the floor writes it.</summary>
    private static async Task RestAsync(Store store, List<Fact> facts)
    {
        var recording = facts.OfType<RecordingKept>().First();
        var at = facts.FindIndex(fact => fact is AttemptPermitted permitted && permitted.Attempt == recording.Attempt);
        var call = (AttemptPermitted)facts[at];
        var dossier = (await new HopperFeed(store).BringOneAsync(call.Prospect, call.At, Cancelled))!;
        var mandate = (await new CentreBook(store).ClientAsync(call.Client, Cancelled))!.CallerIds[0];
        facts[at] = call with
        {
            Permit = call.Permit with
            {
                Reference = dossier.Consents[0].Reference, CallerId = mandate.Number, Mandate = mandate.Mandate,
                Evidence = [new("consent", dossier.Consents[0].Reference, dossier.Consents[0].Sha256!), new(EvidenceText.Mandate, mandate.Mandate, EvidenceText.HashOf(EvidenceText.OfMandate(mandate)))],
            },
        };
    }

    [GeneratedRegex("\"(prospect|customer)\":(\\d+)")]
    private static partial Regex Number();
}
