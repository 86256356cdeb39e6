using Microsoft.AspNetCore.Components;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Setup.Centre;
using Plateau.Server.Setup.Changes;
using Plateau.Server.Setup.Clients;
using Plateau.Server.Web.Pieces;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Setup.FirstSteps;

/// <summary>What happens in the first steps: each step that is gone on from is kept at once, whatever is typed stays while one goes back and forth.</summary>
public sealed partial class FirstStepsPage
{
    [Inject] internal CentreBook Book { get; set; } = default!;
    [Inject] internal DocumentBook Documents { get; set; } = default!;
    [Inject] internal ClientChanges Clients { get; set; } = default!;
    [Inject] internal NewClient Fresh { get; set; } = default!;
    [Inject] internal CampaignChanges Campaigns { get; set; } = default!;
    [Inject] internal AgentChanges Agents { get; set; } = default!;
    [Inject] internal ListChanges Lists { get; set; } = default!;
    [Inject] internal ProspectBook Prospects { get; set; } = default!;
    [Inject] internal PracticePeople Practice { get; set; } = default!;
    [Inject] internal Staff Staff { get; set; } = default!;
    [Inject] internal Permissions Permissions { get; set; } = default!;
    [Inject] internal Asker Asker { get; set; } = default!;
    [Inject] internal FloorLine Floor { get; set; } = default!;
    [Inject] internal IClock Clock { get; set; } = default!;
    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    private readonly HashSet<string> done = [];
    private readonly Dictionary<AgentId, string> links = [];
    private FirstStepsCard card = new();
    private long? version;
    private CentreDraft? centre;
    private (ClientId? Id, ClientDraft Draft) client = (null, NewDraft());
    private CampaignDraft? campaign;
    private IReadOnlyList<AgentCard> agents = [];
    private IReadOnlyList<Client> people = [];
    private PersonWish wish = NewAgent();
    private IReadOnlyList<Flaw> flaws = [];
    private string step = WizardSteps.Centre;
    private string? wrong;
    private LocalDate today;
    private bool isRead, busy, mayCentre, mayPeople, withPractice = true;

    [Parameter] public string? Step { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = Core.Compliance.RuleBook.DayOf(Clock.GetCurrentInstant());
        (mayCentre, mayPeople) = (await Asker.MayAsync(Operation.CentreChange), await Asker.MayAsync(Operation.PeopleChange));
        centre = await CentreDraft.ReadAsync(Documents);
        await ReadAsync();
        isRead = true;
    }

    protected override async Task OnParametersSetAsync()
    {
        (flaws, wrong) = ([], null);
        // Without a step in the address: where the last one stopped.
        step = WizardSteps.All.Any(each => each.Code == Step) ? Step! : WizardSteps.All.Select(each => each.Code).FirstOrDefault(code => !done.Contains(code)) ?? WizardSteps.Start;
        if (step == WizardSteps.Campaign) await BeginCampaignAsync();
    }

    /// <summary>What is there already, by the books: what somebody else did meanwhile counts as well.</summary>
    private async Task ReadAsync()
    {
        var sees = await Asker.SeesAsync(Operation.ClientsChange);
        var kept = await Documents.FindAsync<FirstStepsCard>(FirstStepsCard.Kind, FirstStepsCard.Id);
        (card, version) = (kept?.Content ?? card, kept?.Version);
        people = [.. (await Book.EveryClientAsync()).Where(each => sees(each.Id))];
        if (client.Id is null && (people.FirstOrDefault(each => each.Id == card.Client) ?? people.FirstOrDefault(each => each.Id != SampleCentre.Client)) is { } first) Show(first);
        agents = [.. (await Agents.ActiveAsync(CancellationToken.None)).Where(agent => !SampleCentre.IsOf(agent.Id))];
        if (card.Campaign is { } made && await Book.CampaignAsync(made) is null) card = card with { Campaign = null };
        var running = (await Floor.LookAsync()).Campaigns.Any(each => each.Campaign == card.Campaign && each.State != CampaignState.Stopped);
        done.Clear();
        foreach (var (code, isDone) in new[]
        {
            (WizardSteps.Centre, centre?.Kept is not null || !mayCentre), (WizardSteps.Client, client.Id is not null),
            (WizardSteps.Line, people.FirstOrDefault(each => each.Id == client.Id)?.CallerIds.Any(number => number.RunsOn(today)) == true),
            (WizardSteps.People, agents.Count > 0), (WizardSteps.Campaign, card.Campaign is not null), (WizardSteps.Start, running),
        })
            if (isDone) done.Add(code);
    }

    private async Task GoOnAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            (flaws, wrong) = ([], null);
            if (!await KeptAsync()) return;
            await ReadAsync();
            Navigation.NavigateTo($"/first-steps/{WizardSteps.From(step, 1)}");
        }
        finally
        {
            busy = false;
        }
    }

    /// <returns>Whether what the step shows is kept; otherwise what is wrong is said.</returns>
    private async Task<bool> KeptAsync() => step switch
    {
        WizardSteps.Centre => !mayCentre || (wrong = await centre!.KeepAsync(Documents, Permissions, Clock)) is null,
        WizardSteps.Client or WizardSteps.Line => await KeepClientAsync(),
        WizardSteps.People => await KeepPeopleAsync(),
        WizardSteps.Campaign => campaign is not null && await KeepCampaignAsync(),
        _ => true,
    };

    private async Task<bool> KeepClientAsync()
    {
        if (client.Draft.Name.Trim().Length == 0)
        {
            wrong = FirstStepWords.ClientNameMissing;
            return false;
        }
        if (step == WizardSteps.Line && !client.Draft.Numbers.Exists(number => number.CallerId().RunsOn(today) && number.Number.Trim().Length > 0))
        {
            wrong = FirstStepWords.NumberMissing;
            return false;
        }
        // A row of the line's step that nobody has filled in yet is not part of the client's.
        var wanted = client.Draft.Wish();
        if (step == WizardSteps.Client) wanted = wanted with { CallerIds = [.. wanted.CallerIds.Where(number => number.Number.Length > 0)] };
        var kept = client.Id is { } id
            ? await Asker.ActAsync(Operation.ClientsChange, $"client:{id}", id, sees => Clients.SetAsync(id.Value, wanted, sees, CancellationToken.None))
            : await Fresh.MakeAsync(wanted, CancellationToken.None);
        flaws = kept.Flaws;
        if (kept.Kept is not { } set) return false;
        Show(set);
        return await KeepCardAsync(card with { Client = set.Id });
    }

    private async Task<bool> KeepPeopleAsync()
    {
        // Whoever was typed but not yet invited is invited by going on.
        if (mayPeople && wish.Name.Trim().Length > 0) wrong = wish.Flaw() ?? await InviteAsync();
        else if (agents.Count == 0) wrong = FirstStepWords.AgentMissing;
        return wrong is null;
    }

    private async Task<string?> InviteAsync()
    {
        try
        {
            var (user, secret) = await Staff.InviteAsync(wish, CancellationToken.None);
            if (user.Agent is { } agent) links[agent] = $"{Navigation.BaseUri}join#{secret}";
        }
        catch (NameTakenException)
        {
            return PeopleWords.NameTaken;
        }
        wish = NewAgent();
        await ReadAsync();
        StateHasChanged();
        return null;
    }

    private async Task BeginCampaignAsync()
    {
        if (client.Id is not { } owner || campaign?.Kept.Client == owner) return;
        var kept = card.Campaign is { } made ? await Book.CampaignAsync(made) : null;
        var programme = await Book.EveryProgrammeAsync(owner) is [var first, ..] ? first.Id : (ProgrammeId?)null;
        if (kept is null && programme is null) return;
        campaign = CampaignDraft.Of(kept ?? new CampaignSettings(new("n"), 0, "", owner, programme!.Value, DialMode.Preview, new(card.Trunk), null, "", []));
        if (campaign.Script.Count == 0) campaign.BeginScript();
    }

    /// <summary>The campaign is kept as a draft with the line, the client's number, whoever is to be called and whoever is there to call.</summary>
    private async Task<bool> KeepCampaignAsync()
    {
        var (owner, draft) = (client.Id!.Value, campaign!);
        if (draft.Name.Trim().Length == 0 || draft.Product.Trim().Length == 0)
        {
            wrong = FirstStepWords.OfferMissing;
            return false;
        }
        draft.Trunk = card.Trunk;
        draft.CallerId = people.First(each => each.Id == owner).CallerIds.FirstOrDefault(number => number.RunsOn(today))?.Number ?? "";
        if (withPractice && draft.Lists.Count == 0 && card.Trunk == FirstStepsCard.Practice && await PracticeListAsync(owner, draft.Product.Trim()) is { } list) draft.Lists.Add(list);
        if (flaws.Count > 0) return false;
        var id = card.Campaign?.Value ?? await FreshId.OfAsync(draft.Name, async each => await Book.CampaignAsync(new(each)) is not null);
        var kept = await Asker.ActAsync(Operation.CampaignsChange, $"campaign:{id}", owner, sees => Campaigns.SetAsync(id, draft.Wish() with { Id = null }, sees, asDraft: true, CancellationToken.None));
        flaws = kept.Flaws;
        if (kept.Kept is not { } set) return false;
        campaign = CampaignDraft.Of(set);
        foreach (var agent in agents) await Asker.ActAsync(Operation.CampaignsChange, $"campaign:{id}", owner, _ => Agents.AssignAsync(agent.Id, set.Id, true, CancellationToken.None));
        return await KeepCardAsync(card with { Campaign = set.Id });
    }

    private async Task<ListId?> PracticeListAsync(ClientId owner, string product)
    {
        var id = await FreshId.OfAsync($"{owner}-{FirstStepWords.PracticeList.En}", async each => await Prospects.ListAsync(new ListId(each)) is not null);
        var made = await Asker.ActAsync(Operation.ListsImport, $"list:{id}", owner, sees => Lists.SetAsync(id, new ListWish(owner, FirstStepWords.PracticeList), sees, CancellationToken.None));
        flaws = made.Kept is null ? made.Flaws : await Practice.EnterAsync(owner, new ListId(id), product, CancellationToken.None) is { } flaw ? [flaw] : [];
        return flaws.Count == 0 ? new ListId(id) : null;
    }

    private async Task ChooseAsync(string trunk) => await KeepCardAsync(card with { Trunk = trunk });

    private async Task<bool> KeepCardAsync(FirstStepsCard wanted)
    {
        if (wanted == card && version is not null) return true;
        var isKept = await Documents.SetAsync(FirstStepsCard.Kind, FirstStepsCard.Id, wanted, Clock.GetCurrentInstant(), version);
        if (isKept) card = wanted;
        else wrong = CentreWords.ChangedMeanwhile;
        await ReadAsync();
        return isKept;
    }

    private Task StartedAsync() => ReadAsync();

    private void Show(Client shown)
    {
        client = (shown.Id, ClientDraft.Of(shown, ClientTone.Of(shown.Id.Value)));
        if (client.Draft.Numbers.Count == 0) client.Draft.Numbers.Add(NumberDraft.Beginning(today));
    }

    private static ClientDraft NewDraft() => ClientDraft.Of(new Client(new("n"), "", []), 1);

    private static PersonWish NewAgent()
    {
        var agent = new PersonWish();
        agent.Roles.Add(Role.Agent);
        return agent;
    }
}
