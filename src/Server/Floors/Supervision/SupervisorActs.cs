using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.People;
using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;

namespace Plateau.Server.Floors.Supervision;

/// <summary>What whoever leads a floor does to it: hears conversations, moves agents and writes to them, starts and holds campaigns.</summary>
/// <remarks>Each act asks whether this person may, for the clients that it touches; then the floor is told, and what came of it is written down.</remarks>
internal sealed class SupervisorActs(Permissions permissions, FloorLine line, FloorWatch watch, CentreNames centre, StartGate gate, CampaignChanges campaigns, AgentChanges agents, CentreBook book, Messages messages, IClock clock)
{
    /// <summary>Hears an agent's conversation, whispers to the agent, or comes in; on the line already, only the way changes.</summary>
    public async Task<IReadOnlyList<Flaw>> MonitorAsync(AgentId agent, MonitorMode mode)
    {
        // Before a conversation that begins this moment, whoever the agent serves counts: it may be any of them.
        var names = await centre.ReadAsync();
        var client = names.ClientOf(DeskOf(agent)?.Campaign) ?? ForeignFirst(await permissions.PersonAsync(), ClientsOf(agent, names));
        return await permissions.TryAsync(Operation.FloorListen, $"agent:{agent}", client, new { mode, attempt = DeskOf(agent)?.Attempt }, person =>
            line.AskAsync(new MonitorWasAsked(Now, person.Telephone, agent, mode)));
    }

    /// <summary>Leaves whatever conversation this person hears.</summary>
    public Task<IReadOnlyList<Flaw>> LeaveAsync() =>
        permissions.TryAsync(Operation.FloorListen, "conversation:left", null, null, person => line.AskAsync(new MonitorWasLeft(Now, person.Telephone)));

    /// <summary>Gives an agent other campaigns for this shift; the present call goes on.</summary>
    public async Task<IReadOnlyList<Flaw>> MoveAsync(AgentId agent, IReadOnlyList<CampaignId> to)
    {
        var (names, from) = (await centre.ReadAsync(), DeskOf(agent)?.Campaigns ?? []);
        var touched = from.Except(to).Concat(to.Except(from)).Select(campaign => names.ClientOf(campaign)).OfType<ClientId>().ToList();
        return await permissions.TryAsync(Operation.FloorLead, $"agent:{agent}", ForeignFirst(await permissions.PersonAsync(), touched), new { from, to }, async person =>
            await UnableAsync(agent, [.. to.Except(from).Select(names.Campaigns.GetValueOrDefault).OfType<CampaignSettings>()]) is { } unable ? [unable] : await line.AskAsync(new AgentWasMoved(Now, agent, to, person.Telephone)));
    }

    /// <summary>Nobody is moved to what would be closed to them the next moment; null when they can do what each campaign asks for.</summary>
    private async Task<Flaw?> UnableAsync(AgentId agent, IReadOnlyList<CampaignSettings> to)
    {
        if (to.All(campaign => campaign.Competences.Count == 0)) return null;
        var able = (await agents.CompetencesAsync(CancellationToken.None)).GetValueOrDefault(agent);
        return to.Select(campaign => (campaign.Name, Lacks: agents.Lacks(campaign, able))).FirstOrDefault(each => each.Lacks.Count > 0) is { Name: { } name, Lacks: var lacks }
            ? new Flaw($"agent {agent}", "competence-missing", $"{name}: {PeopleWords.Of(lacks, agents.Today)}") : null;
    }

    /// <summary>Ends the shift of an agent whose desk is stuck; a customer on the line goes to another agent.</summary>
    public async Task<IReadOnlyList<Flaw>> SignOutAsync(AgentId agent)
    {
        var served = ClientsOf(agent, await centre.ReadAsync());
        return await permissions.TryAsync(Operation.FloorLead, $"agent:{agent}", ForeignFirst(await permissions.PersonAsync(), served), new { signedOut = true, attempt = DeskOf(agent)?.Attempt }, person =>
            line.AskAsync(new AgentWasSignedOut(Now, agent, person.Telephone)));
    }

    /// <summary>Writes to agents, or to everybody who is there. The words stay out of journal and audit log.</summary>
    /// <param name="to">Each must serve a client whom the writer sees. Null for everybody, which is for whoever sees all clients.</param>
    public async Task<IReadOnlyList<Flaw>> WriteAsync(IReadOnlyList<AgentId>? to, string words)
    {
        if (words.Trim() is not { Length: > 0 and <= Messages.Longest } text) return [new("message", "message-length", $"write up to {Messages.Longest} letters")];
        var (names, me) = (await centre.ReadAsync(), await permissions.PersonAsync());
        var touched = to is null ? [.. names.Clients.Keys] : to.Select(agent => ClientsOf(agent, names)).Where(served => served.Count > 0).Select(served => served.FirstOrDefault(client => me?.Sees(client) == true, served[0])).ToList();
        return await permissions.TryAsync(Operation.FloorLead, to is [var only] ? $"agent:{only}" : "floor:message", ForeignFirst(me, touched), new { to = to?.Count }, async person =>
        {
            if (to is null) return await SendAsync(person, text, [.. (watch.View?.Desks ?? []).Where(desk => desk.State != AgentState.LoggedOut).Select(desk => desk.Agent)], null);
            var flaws = new List<Flaw>();
            foreach (var agent in to) flaws.AddRange(await SendAsync(person, text, [agent], agent));
            return flaws;
        });
    }

    /// <summary>The words are kept before the floor is told: what it holds to be sent can be read.</summary>
    private async Task<IReadOnlyList<Flaw>> SendAsync(Person person, string text, IReadOnlyList<AgentId> readers, AgentId? to)
    {
        var message = new Message(Guid.CreateVersion7().ToString("n"), Now, person.Telephone, person.Name, readers, text);
        await messages.KeepAsync(message);
        var refused = await line.AskAsync(new MessageWasSent(message.At, message.Id, message.By, to));
        if (refused.Count > 0) await messages.DropAsync(message.Id);
        return refused;
    }

    /// <summary>Starts, pauses or stops a campaign. What keeps it from starting is said, as on its own page.</summary>
    public async Task<IReadOnlyList<Flaw>> SwitchAsync(CampaignId campaign, CampaignState state)
    {
        if (await book.CampaignAsync(campaign) is not { } settings) return [new($"campaign {campaign}", "campaign-unknown", "look at the board again")];
        return await permissions.TryAsync(Operation.FloorLead, $"campaign:{campaign}", settings.Client, new { state }, async _ =>
        {
            if (state == CampaignState.Running && await gate.LookAsync(settings, true, CancellationToken.None) is { IsGreen: false } shut)
                return shut.Flaws(campaign);
            return await campaigns.SwitchAsync(campaign, state);
        });
    }

    /// <summary>Changes how a campaign dials, while it runs: a new version of its settings, like any other change.</summary>
    public async Task<IReadOnlyList<Flaw>> PaceAsync(CampaignId campaign, DialMode mode, int priority, double powerRatio, double abandonmentLimit)
    {
        if (await book.CampaignAsync(campaign) is not { } before) return [new($"campaign {campaign}", "campaign-unknown", "look at the board again")];
        var wish = CampaignWish.Of(before) with { Mode = mode, Priority = priority, PowerRatio = powerRatio, AbandonmentLimit = abandonmentLimit };
        return await permissions.TryAsync(Operation.FloorLead, $"campaign:{campaign}", before.Client, new { mode, priority, powerRatio, abandonmentLimit },
            async person => (await campaigns.SetAsync(campaign.Value, wish, person.Sees, asDraft: false, CancellationToken.None)).Flaws);
    }

    private Instant Now => clock.GetCurrentInstant();

    private DeskView? DeskOf(AgentId agent) => watch.View?.Desks.FirstOrDefault(desk => desk.Agent == agent);

    private List<ClientId> ClientsOf(AgentId agent, Names names) => [.. (DeskOf(agent)?.Campaigns ?? []).Select(campaign => names.ClientOf(campaign)).OfType<ClientId>().Distinct()];

    /// <summary>Of all clients that an act touches, one that this person may not see if there is any: that is the one to be asked for, and refused.</summary>
    private static ClientId? ForeignFirst(Person? person, IReadOnlyList<ClientId> touched) =>
        touched.Where(client => person?.Sees(client) != true).Concat(touched).Select(client => (ClientId?)client).FirstOrDefault();
}
