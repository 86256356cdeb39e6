using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;
using Plateau.Server.Setup.Changes;
using Plateau.Server.Telephony;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>The people who work on the floor, and the campaigns that each may serve.</summary>
internal static class AgentsApi
{
    /// <summary>An agent as they are entered.</summary>
    /// <param name="Campaigns">Which they may serve, best first.</param>
    /// <param name="Active">False ends their shift after the present call and lets them log in no more.</param>
    internal sealed record AgentWish(string Name, IReadOnlyList<CampaignId> Campaigns, bool Active = true, AgentId? Id = null);

    public static void Map(RouteGroupBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("/", ListAsync).Says("ListAgents", Scope.CentreRead, "Agents, page by page", "A client's key sees those who serve its campaigns and no other's; a page may then hold fewer than were asked for.").Produces<Page<AgentCard>>();
        agents.MapGet("/{agent}", GetAsync).Says("GetAgent", Scope.CentreRead, "One agent").Produces<AgentCard>();
        agents.MapPut("/{agent}", SetAsync).Says("SetAgent", Scope.CentreWrite, "Enter or change an agent", "New campaigns hold from the next log-in.")
            .Produces<AgentCard>().Produces<AgentCard>(201).Like("""{"name":"Salma Idrissi","campaigns":["printemps"]}""");
    }

    private static async Task<IResult> ListAsync(Caller caller, StaffBook staff, Reach reach, CancellationToken cancel, string? after = null, int count = Asked.Count)
    {
        var page = await staff.AgentsAsync(count, after, cancel);
        if (caller.Client is null) return Results.Ok(page);
        var seen = await reach.CampaignsAsync(caller, cancel);
        var own = page.Items.Where(agent => Reach.ServesOnly(agent.Campaigns, seen)).ToList();
        // The cursor is the last agent's id, which may be one that this key must not know of: the list is gone through for it.
        while (own.Count < 1 && page.Next is { } next)
        {
            page = await staff.AgentsAsync(count, next, cancel);
            own.AddRange(page.Items.Where(agent => Reach.ServesOnly(agent.Campaigns, seen)));
        }
        return Results.Ok(new Page<AgentCard>(own, page.Next is null ? null : own[^1].Id.Value));
    }

    private static async Task<IResult> GetAsync(string agent, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.AgentAsync(caller, new AgentId(agent), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("agent", agent);

    private static async Task<IResult> SetAsync(
        string agent, AgentWish wish, Caller caller, StaffBook staff, Reach reach, CentreChanges changes, FloorLine line, SwitchService telephony, CancellationToken cancel)
    {
        if (Asked.FlawsOfId("agent", agent).Concat(Asked.FlawsOfText("name", wish.Name)).ToList() is { Count: > 0 } flaws) return Problem.Unfit(flaws);
        if (wish.Id is { } said && said.Value != agent) return Problem.Unfit(new Flaw("id", "id-differs", "leave the id out, or give the one in the address"));
        return await changes.AloneAsync(async at =>
        {
            var id = new AgentId(agent);
            var before = await staff.AgentAsync(id, cancel);
            if (before is not null && await reach.AgentAsync(caller, id, cancel) is null) return Problem.Unknown("agent", agent);
            if (caller.Client is not null && wish.Campaigns.Count == 0) return Problem.Unfit(new Flaw("campaigns", "campaigns-missing", "a client's key enters agents for its campaigns: name one at least"));
            foreach (var campaign in wish.Campaigns)
                if (await reach.CampaignAsync(caller, campaign, cancel) is null) return caller.Client is null
                    ? Problem.Unfit(new Flaw("campaigns", "campaign-unknown", $"enter campaign {campaign} first"))
                    : Problem.Unknown("campaign", campaign);
            var set = new AgentCard(id, wish.Name, wish.Campaigns, wish.Active);
            await staff.SetAsync(set, cancel);
            if (before is { Active: true } && !wish.Active) await EndAsync(id, at, line, telephony, cancel);
            return before is null ? Results.Created($"/api/v1/agents/{agent}", set) : Results.Ok(set);
        }, cancel);
    }

    /// <summary>A shift ends; whoever speaks is brought to the end of the call first, and the telephone goes with the shift.</summary>
    private static async Task EndAsync(AgentId agent, Instant at, FloorLine line, SwitchService telephony, CancellationToken cancel)
    {
        var desk = (await line.LookAsync()).Desks.FirstOrDefault(each => each.Agent == agent);
        if (desk is { State: not AgentState.LoggedOut }) await line.AskAsync(new DeskLoggedOut(at, agent));
        else await telephony.DismissAsync(agent, cancel);
    }
}
