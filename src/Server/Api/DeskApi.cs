using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Api;

/// <summary>A program as a desk: each act is one signal to the floor, answered with the desk as it stands afterwards.</summary>
internal static class DeskApi
{
    internal sealed record LogInWish(IReadOnlyList<CampaignId>? Campaigns = null);
    internal sealed record AwayWish(string Reason);
    internal sealed record ReleaseWish(AttemptId Attempt);
    internal sealed record HoldWish(AttemptId Attempt, bool Held);
    internal sealed record RecordWish(AttemptId Attempt, RecordingCommand Command, string? Purpose = null);
    internal sealed record KeysWish(AttemptId Attempt, string Keys);
    internal sealed record ConsultWish(AttemptId Attempt, AgentId Colleague);

    /// <param name="To">A colleague who is ready; left out, the one who is consulted.</param>
    internal sealed record TransferWish(AttemptId Attempt, AgentId? To = null);
    internal sealed record DisposeWish(AttemptId Attempt, string Code, Instant? CallbackDue = null, bool Personal = false);
    /// <param name="Rank">Which of the person's numbers; left out, the one that the house would choose.</param>
    internal sealed record DialWish(CampaignId Campaign, ProspectId Prospect, int? Rank = null);
    internal sealed record SkipWish(ProspectId Prospect, string Reason);

    public static void Map(RouteGroupBuilder api)
    {
        var desk = api.MapGroup("/agents/{agent}/desk").WithTags("Desk");
        desk.MapGet("/", (string agent, DeskActs acts, Caller caller, CancellationToken cancel) => acts.LookAsync(caller, agent, cancel))
            .Says("GetDesk", Scope.FloorAct, "An agent's desk: state, and the attempt or the prospect before them").Produces<DeskView>();
        desk.MapPost("/log-in", LogInAsync).Says("LogIn", Scope.FloorAct, "Begin a shift; the agent is away until ready", "campaigns names some of the agent's own; left out, all of them.").Produces<DeskView>().Like("""{"campaigns":["printemps"]}""");
        Act(desk, "/ready", "BecomeReady", "Want work", (at, agent) => new DeskBecameReady(at, agent));
        Act(desk, "/log-out", "LogOut", "End the shift, after the present call if there is one", (at, agent) => new DeskLoggedOut(at, agent));
        Act<AwayWish>(desk, "/away", "GoAway", "Want no work, for a reason", """{"reason":"lunch"}""", null, (at, agent, wish) => new DeskWentAway(at, agent, wish.Reason));
        Act<ReleaseWish>(desk, "/release", "Release", "Hang up", """{"attempt":"a1b2c3-1"}""", wish => wish.Attempt, (at, agent, wish) => new DeskReleased(at, wish.Attempt, agent));
        Act<HoldWish>(desk, "/hold", "Hold", "Put the customer on hold, or take them back", """{"attempt":"a1b2c3-1","held":true}""", wish => wish.Attempt, (at, agent, wish) => new DeskHeld(at, wish.Attempt, agent, wish.Held));
        Act<RecordWish>(desk, "/record", "Record", "Start, pause, resume or stop a recording", """{"attempt":"a1b2c3-1","command":"start","purpose":"proof of contract"}""", wish => wish.Attempt, (at, agent, wish) => new DeskRecorded(at, wish.Attempt, agent, wish.Command, wish.Purpose));
        Act<KeysWish>(desk, "/keys", "PressKeys", "Press keys on the customer's line", """{"attempt":"a1b2c3-1","keys":"12#"}""", wish => wish.Attempt, (at, agent, wish) => new DeskKeyed(at, wish.Attempt, agent, wish.Keys));
        Act<ConsultWish>(desk, "/consult", "Consult", "Ask a colleague while the customer hears music; take the customer back with hold, and all three speak", """{"attempt":"a1b2c3-1","colleague":"nadia"}""", wish => wish.Attempt, (at, agent, wish) => new DeskConsulted(at, wish.Attempt, agent, wish.Colleague));
        Act<ReleaseWish>(desk, "/take-back", "TakeBack", "Let the colleague go and take the customer back", """{"attempt":"a1b2c3-1"}""", wish => wish.Attempt, (at, agent, wish) => new DeskTookBack(at, wish.Attempt, agent));
        Act<TransferWish>(desk, "/transfer", "Transfer", "Hand the customer on", """{"attempt":"a1b2c3-1","to":"nadia"}""", wish => wish.Attempt, (at, agent, wish) => new DeskTransferred(at, wish.Attempt, agent, wish.To));
        Act<DisposeWish>(desk, "/dispose", "Dispose", "Say what came of the call", """{"attempt":"a1b2c3-1","code":"callback","callbackDue":"2026-11-24T10:00:00Z","personal":true}""", wish => wish.Attempt, (at, agent, wish) => new DeskDisposed(at, wish.Attempt, agent, wish.Code, wish.CallbackDue, wish.Personal));
        Act<SkipWish>(desk, "/skip", "Skip", "Pass over the prospect shown", """{"prospect":"1","reason":"called yesterday"}""", null, (at, agent, wish) => new DeskSkipped(at, agent, wish.Prospect, wish.Reason));
        desk.MapPost("/dial", DialAsync).Says("Dial", Scope.FloorAct, "Call a prospect by hand, or the one shown in preview", "The rule book is asked; a refusal names its rule. rank chooses one of several numbers, if it is in service.").Produces<DeskView>().Like("""{"campaign":"printemps","prospect":"1"}""");
    }

    private static void Act(RouteGroupBuilder desk, string path, string name, string summary, Func<Instant, AgentId, Signal> signal) =>
        desk.MapPost(path, (string agent, DeskActs acts, Caller caller, CancellationToken cancel) => acts.DoAsync(caller, agent, null, signal, cancel))
            .Says(name, Scope.FloorAct, summary).Produces<DeskView>();

    /// <param name="about">The attempt that an act names; an act on a call that is over must not meet the next one.</param>
    private static void Act<T>(RouteGroupBuilder desk, string path, string name, string summary, string like, Func<T, AttemptId>? about, Func<Instant, AgentId, T, Signal> signal) where T : notnull =>
        desk.MapPost(path, (string agent, T wish, DeskActs acts, Caller caller, CancellationToken cancel) => acts.DoAsync(caller, agent, about?.Invoke(wish), (at, who) => signal(at, who, wish), cancel))
            .Says(name, Scope.FloorAct, summary).Produces<DeskView>().Like(like);

    private static async Task<IResult> LogInAsync(string agent, LogInWish wish, DeskActs acts, Caller caller, Reach reach, AgentChanges agents, CancellationToken cancel)
    {
        if (await reach.AgentAsync(caller, new AgentId(agent), cancel) is not { } card) return Problem.Unknown("agent", agent);
        if (!card.Active) return Problem.Conflict(new Flaw($"agent {agent}", "agent-inactive", "make the agent active first"));
        var able = await agents.AbleToServeAsync(card, cancel);
        var campaigns = wish.Campaigns ?? able;
        if (campaigns.FirstOrDefault(campaign => card.Campaigns.Contains(campaign) && !able.Contains(campaign)) is { Value: not null } unable)
            return Problem.Unfit(new Flaw("campaigns", "competence-missing", $"the agent lacks a competence that campaign {unable} asks for: train them, or leave it out"));
        if (campaigns.Count == 0) return Problem.Unfit(new Flaw("campaigns", "campaigns-missing", "give the agent a campaign to serve first"));
        foreach (var campaign in campaigns)
            if (!card.Campaigns.Contains(campaign)) return Problem.Unfit(new Flaw("campaigns", "campaign-unknown", $"campaign {campaign} is not among the agent's own: give it to them first"));
        return await acts.TellAsync(card.Id, new DeskLoggedIn(acts.Now, card.Id, campaigns));
    }

    private static async Task<IResult> DialAsync(string agent, DialWish wish, DeskActs acts, Caller caller, Reach reach, HopperFeed hopper, CancellationToken cancel)
    {
        if (await reach.CampaignAsync(caller, wish.Campaign, cancel) is not { } campaign) return Problem.Unknown("campaign", wish.Campaign);
        if (await hopper.BringOneAsync(wish.Prospect, acts.Now, cancel) is not { } dossier || !caller.Sees(dossier.Client) || dossier.Client != campaign.Client) return Problem.Unknown("prospect", wish.Prospect);
        if (wish.Rank is { } rank && !dossier.Numbers.Any(number => number.Rank == rank && !number.Dead) && !(rank == 1 && dossier.Numbers.Count == 0))
            return Problem.Unfit(new Flaw("rank", "number-unknown", $"prospect {wish.Prospect} has no number {rank} in service: {(dossier.Numbers.Count == 0 ? "they have one, leave the rank out" : $"choose among {string.Join(", ", dossier.Numbers.Where(number => !number.Dead).Select(number => number.Rank))}, or leave it out")}"));
        return await acts.DoAsync(caller, agent, null, (at, who) => new DeskDialled(at, who, wish.Campaign, dossier) { Rank = wish.Rank }, cancel);
    }
}

/// <summary>Carries a desk's acts to the floor, for callers who may reach that desk.</summary>
internal sealed class DeskActs(FloorLine line, Reach reach, IClock clock)
{
    public Instant Now => clock.GetCurrentInstant();

    public async Task<IResult> LookAsync(Caller caller, string agent, CancellationToken cancel) =>
        await reach.AgentAsync(caller, new AgentId(agent), cancel) is { } card ? Results.Ok(await DeskAsync(card.Id)) : Problem.Unknown("agent", agent);

    /// <summary>Tells the floor what the agent did, when the act is about what is before them.</summary>
    public async Task<IResult> DoAsync(Caller caller, string agent, AttemptId? about, Func<Instant, AgentId, Signal> act, CancellationToken cancel)
    {
        if (await reach.AgentAsync(caller, new AgentId(agent), cancel) is not { } card) return Problem.Unknown("agent", agent);
        if (about is null && caller.Client is null) return await TellAsync(card.Id, act(Now, card.Id));
        var desk = await DeskAsync(card.Id);
        // Whom the agent serves may have changed since they logged in: the desk itself is asked too.
        if (caller.Client is not null && desk.Campaigns.Count > 0 && !Reach.ServesOnly(desk.Campaigns, await reach.CampaignsAsync(caller, cancel))) return Problem.Unknown("agent", agent);
        if (about is { } attempt && desk.Attempt != attempt)
            return Problem.Conflict(new Flaw($"attempt {attempt}", "not-at-this-desk", desk.Attempt is { } other ? $"the desk is at attempt {other}" : "no call is at this desk now; look at the desk again"));
        return await TellAsync(card.Id, act(Now, card.Id));
    }

    public async Task<IResult> TellAsync(AgentId agent, Signal signal) =>
        await line.AskAsync(signal) is { Count: > 0 } flaws ? Problem.Conflict(flaws) : Results.Ok(await DeskAsync(agent));

    private async Task<DeskView> DeskAsync(AgentId agent)
    {
        var floor = await line.LookAsync();
        return floor.Desks.FirstOrDefault(desk => desk.Agent == agent) ?? DeskView.Absent(agent, floor.Now);
    }
}
