using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Setup.FirstSteps;

/// <summary>A small invented centre to explore: one client with a campaign on the practice line, two agents and a list of twenty-four people. It goes as it came.</summary>
internal sealed class SampleCentre(
    CentreBook book, StaffBook staff, ClientChanges clients, ProgrammeChanges programmes, ListChanges lists, CampaignChanges campaigns, PracticePeople people, ClientRemoval removal, FloorLine line, IClock clock)
{
    private const string Id = "exemple";

    /// <summary>Reserved for fiction.</summary>
    private const string Shown = "+33199009000";

    public static readonly ClientId Client = new(Id);

    private static readonly CampaignId Campaign = new(Id);

    private static readonly (AgentId Id, string Name)[] Agents = [(new("exemple-1"), "Salma Idrissi"), (new("exemple-2"), "Youssef Bennani")];

    /// <summary>Whether an agent is one of the invented ones.</summary>
    public static bool IsOf(AgentId agent) => Agents.Any(each => each.Id == agent);

    public async Task<bool> IsThereAsync(CancellationToken cancel) => await book.ClientAsync(Client, cancel) is not null;

    /// <returns>What kept it from being made whole.</returns>
    public async Task<IReadOnlyList<Flaw>> AddAsync(Func<ClientId, bool> sees, CancellationToken cancel)
    {
        if (await IsThereAsync(cancel)) return [];
        var at = clock.GetCurrentInstant();
        var (today, list) = (Core.Compliance.RuleBook.DayOf(at), new ListId(Id));
        var flaws = new List<Flaw>();
        flaws.AddRange((await clients.SetAsync(Id, new ClientWish(FirstStepWords.SampleClient, [new CallerId(Shown, "EXEMPLE-1", today.PlusDays(-30))]), sees, cancel)).Flaws);
        flaws.AddRange((await programmes.SetAsync(Id, new ProgrammeWish(Client, FirstStepWords.SampleProgramme), sees, cancel)).Flaws);
        flaws.AddRange((await lists.SetAsync(Id, new ListWish(Client, FirstStepWords.SampleList), sees, cancel)).Flaws);
        if (flaws.Count > 0) return flaws;
        if (await people.EnterAsync(Client, list, Product, cancel) is { } broken) return [broken];
        var wish = new CampaignWish(FirstStepWords.SampleCampaign, Client, new ProgrammeId(Id), DialMode.Preview, TrunkSettings.Practice.Limits.Id, Shown, Product, [list]) { Script = Script() };
        flaws.AddRange((await campaigns.SetAsync(Id, wish, sees, asDraft: true, cancel)).Flaws);
        foreach (var (agent, name) in Agents) await staff.SetAsync(new AgentCard(agent, $"{name} {FirstStepWords.SamplePerson}", [Campaign]), cancel);
        return flaws;
    }

    /// <summary>Takes it away: the campaign stops, the floor lets go of the client, the books forget everything of it. Only the journal's facts stay, and they name nobody.</summary>
    public async Task<IReadOnlyList<Flaw>> RemoveAsync(CancellationToken cancel)
    {
        foreach (var settings in await book.EveryCampaignAsync(Client, cancel))
            if (await campaigns.StateAsync(settings.Id) != CampaignState.Stopped) await campaigns.SwitchAsync(settings.Id, CampaignState.Stopped);
        foreach (var desk in (await line.LookAsync()).Desks.Where(desk => Agents.Any(agent => agent.Id == desk.Agent) && desk.State != AgentState.LoggedOut))
            await line.AskAsync(new DeskLoggedOut(clock.GetCurrentInstant(), desk.Agent));
        if (await line.AskAsync(new ClientWasRetired(clock.GetCurrentInstant(), Client)) is { Count: > 0 } flaws) return flaws;
        await removal.RemoveAsync(Client, [.. Agents.Select(agent => agent.Id)], cancel);
        return [];
    }

    private static string Product => FirstStepWords.SampleProduct;

    private static Script Script() => new([
        new ScriptStep("bonjour", FirstStepWords.SampleOpening, FirstStepWords.SampleOpeningText, [new ScriptAnswer(FirstStepWords.SampleYes, "offre"), new ScriptAnswer(FirstStepWords.SampleNo, "merci")]) { Tells = [OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial] },
        new ScriptStep("offre", FirstStepWords.SampleOffer, FirstStepWords.SampleOfferText, [new ScriptAnswer(FirstStepWords.SampleNo, "merci")]),
        new ScriptStep("merci", FirstStepWords.SampleEnd, FirstStepWords.SampleEndText),
    ]);
}
