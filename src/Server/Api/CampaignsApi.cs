using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
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
            campaigns.MapPost($"/{{campaign}}/{verb}", (string campaign, Caller caller, Reach reach, FloorLine line, IClock clock, CancellationToken cancel) => SwitchAsync(campaign, state, caller, reach, line, clock, cancel))
                .Says($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Campaign", Scope.CentreWrite, summary).Produces<CampaignView>();
    }

    private static Task<IResult> ListAsync(Caller caller, CentreBook book, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        Asked.PageAsync(book.CampaignsAsync(caller.Client, count, after, cancel));

    private static async Task<IResult> GetAsync(string campaign, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("campaign", campaign);

    private static async Task<IResult> SetAsync(
        string campaign, CampaignWish wish, Caller caller, CentreBook book, Reach reach, Installation installation, CentreChanges changes, CancellationToken cancel)
    {
        if (!caller.Sees(wish.Client)) return Problem.Unknown("client", wish.Client);
        return await changes.AloneAsync(async at =>
        {
            var id = new CampaignId(campaign);
            var before = await book.CampaignAsync(id, cancel);
            if (before is not null && !caller.Sees(before.Client)) return Problem.Unknown("campaign", campaign);
            if (before is not null && before.Client != wish.Client) return Problem.Conflict(new Flaw($"campaign {campaign}", "client-differs", $"it belongs to client {before.Client}: choose another id"));
            if (wish.Version is { } seen && seen != (before?.Version ?? 0)) return Problem.Conflict(new Flaw($"campaign {campaign}", "version-differs", $"it is at version {before?.Version ?? 0} by now: read it again and make your change there"));
            var settings = wish.Settings(id, before?.Version ?? 0);
            var flaws = wish.Flaws(campaign).ToList();
            flaws.AddRange(await FlawsAsync(settings, caller, book, reach, installation, cancel));
            if (flaws.Count > 0) return Problem.Unfit(flaws);
            // The same settings again are no new version.
            if (before is not null && Written(before) == Written(settings)) return Results.Ok(before);
            var kept = await book.SetAsync(settings, at, cancel);
            await changes.TellAsync(new CampaignWasSet(at, kept));
            return before is null ? Results.Created($"/api/v1/campaigns/{campaign}", kept) : Results.Ok(kept);
        }, cancel);
    }

    private static string Written(CampaignSettings settings) => JsonSerializer.Serialize(settings, FactJson.Options);

    /// <summary>A campaign may only name what is its client's own: one client's list on another's campaign would be a leak.</summary>
    private static async Task<List<Flaw>> FlawsAsync(CampaignSettings settings, Caller caller, CentreBook book, Reach reach, Installation installation, CancellationToken cancel)
    {
        var client = await book.ClientAsync(settings.Client, cancel);
        var flaws = settings.Flaws(client, installation.Trunks.Any(trunk => trunk.Id == settings.Trunk)).ToList();
        if (client is null) return flaws;
        if (await reach.ProgrammeAsync(caller, settings.Programme, cancel) is not { } programme || programme.Client != settings.Client)
            flaws.Add(new("programme", "programme-unknown", $"enter programme {settings.Programme} for client {settings.Client} first"));
        foreach (var list in settings.Lists)
            if (await reach.ListAsync(caller, list, cancel) is not { } card || card.Client != settings.Client)
                flaws.Add(new("lists", "list-unknown", $"make list {list} for client {settings.Client} first"));
        return flaws;
    }

    private static async Task<IResult> StandingAsync(string campaign, Caller caller, Reach reach, FloorLine line, CancellationToken cancel) =>
        await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is { } found ? await StandingOfAsync(found.Id, line) : Problem.Unknown("campaign", campaign);

    private static async Task<IResult> SwitchAsync(string campaign, CampaignState state, Caller caller, Reach reach, FloorLine line, IClock clock, CancellationToken cancel)
    {
        if (await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is not { } found) return Problem.Unknown("campaign", campaign);
        var flaws = await line.AskAsync(new CampaignWasSwitched(clock.GetCurrentInstant(), found.Id, state));
        // Pacing that follows may have words of its own, on this campaign only.
        return flaws.Count > 0 ? Problem.Conflict(flaws) : await StandingOfAsync(found.Id, line);
    }

    private static async Task<IResult> StandingOfAsync(CampaignId campaign, FloorLine line) =>
        (await line.LookAsync()).Campaigns.FirstOrDefault(each => each.Campaign == campaign) is { } standing
            ? Results.Ok(standing)
            : Problem.Conflict(new Flaw($"campaign {campaign}", "campaign-not-on-this-floor", "a practice's campaigns are on a floor of their own"));
}
