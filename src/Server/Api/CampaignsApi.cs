using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;
using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Setup.Changes;
using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>Prospecting campaigns: entered, checked, started, paused and stopped; the floor hears of each change at once.</summary>
internal static class CampaignsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapGet("/", ListAsync).Says("ListCampaigns", Scope.CentreRead, "Campaigns with their settings, page by page").Produces<Page<CampaignSettings>>();
        campaigns.MapGet("/{campaign}", GetAsync).Says("GetCampaign", Scope.CentreRead, "One campaign's settings under their present version").Produces<CampaignSettings>();
        campaigns.MapPut("/{campaign}", SetAsync).Says("SetCampaign", Scope.CentreWrite, "Enter or change a campaign",
                "Every flaw is named with its place and remedy, and nothing is kept until none is left. Each change is a new version; give the version that you read, and a change made meanwhile is not overwritten.")
            .Produces<CampaignSettings>().Produces<CampaignSettings>(201)
            .Like("""{"name":"Fidélisation printemps","client":"aurore","programme":"fidelisation","mode":"progressive","trunk":"practice","callerId":"+33162000001","product":"mutuelle","lists":["printemps"],"ringTimeout":"0:00:25"}""");
        campaigns.MapGet("/{campaign}/standing", StandingAsync).Says("GetCampaignStanding", Scope.CentreRead, "How a campaign stands on the floor: state, live calls, hopper, callbacks").Produces<CampaignView>();
        foreach (var (verb, state, summary) in new[]
        {
            ("start", CampaignState.Running, "Start a campaign; what keeps it from starting is named"),
            ("pause", CampaignState.Paused, "Pause a campaign: no new call, those that are live go on"),
            ("stop", CampaignState.Stopped, "Stop a campaign"),
        })
            campaigns.MapPost($"/{{campaign}}/{verb}", (string campaign, Caller caller, Reach reach, CampaignChanges campaigns, StartGate gate, FloorLine line, CancellationToken cancel) => SwitchAsync(campaign, state, caller, reach, campaigns, gate, line, cancel))
                .Says($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Campaign", Scope.CentreWrite, summary).Produces<CampaignView>();
    }

    private static Task<IResult> ListAsync(Caller caller, CentreBook book, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        Asked.PageAsync(book.CampaignsAsync(caller.Client, count, after, cancel));

    private static async Task<IResult> GetAsync(string campaign, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("campaign", campaign);

    private static async Task<IResult> SetAsync(string campaign, CampaignWish wish, Caller caller, CampaignChanges campaigns, CancellationToken cancel) =>
        Problem.Answer(await campaigns.SetAsync(campaign, wish, caller.Sees, asDraft: false, cancel), $"/api/v1/campaigns/{campaign}");

    private static async Task<IResult> StandingAsync(string campaign, Caller caller, Reach reach, FloorLine line, CancellationToken cancel) =>
        await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is { } found ? await StandingOfAsync(found.Id, line) : Problem.Unknown("campaign", campaign);

    private static async Task<IResult> SwitchAsync(string campaign, CampaignState state, Caller caller, Reach reach, CampaignChanges campaigns, StartGate gate, FloorLine line, CancellationToken cancel)
    {
        if (await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is not { } found) return Problem.Unknown("campaign", campaign);
        // A program starts through the same gate as people do, and is told in the API's own language what is missing.
        Languages.Speak(Language.En);
        if (state == CampaignState.Running && await gate.LookAsync(found, deep: true, cancel) is { IsGreen: false } shut) return Problem.Conflict(shut.Flaws(found.Id));
        var flaws = await campaigns.SwitchAsync(found.Id, state);
        // Pacing that follows may have words of its own, on this campaign only.
        return flaws.Count > 0 ? Problem.Conflict(flaws) : await StandingOfAsync(found.Id, line);
    }

    private static async Task<IResult> StandingOfAsync(CampaignId campaign, FloorLine line) =>
        (await line.LookAsync()).Campaigns.FirstOrDefault(each => each.Campaign == campaign) is { } standing
            ? Results.Ok(standing)
            : Problem.Conflict(new Flaw($"campaign {campaign}", "campaign-not-on-this-floor", "a practice's campaigns are on a floor of their own"));
}
