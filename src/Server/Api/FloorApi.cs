using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Floors;

namespace Plateau.Server.Api;

/// <summary>The floor as it stands: who does what, and how each campaign goes.</summary>
internal static class FloorApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/floor", LookAsync).WithTags("Floor").Says("LookAtFloor", Scope.CentreRead, "Desks and campaigns at this moment", "A client's key sees its own campaigns and the desks that serve them alone.").Produces<FloorView>();

    private static async Task<IResult> LookAsync(Caller caller, Reach reach, FloorLine line, CancellationToken cancel)
    {
        var view = await line.LookAsync();
        return Results.Ok(caller.Client is null ? view : SeenBy(view, await reach.CampaignsAsync(caller, cancel)));
    }

    private static FloorView SeenBy(FloorView view, IReadOnlySet<CampaignId> seen)
    {
        var campaigns = view.Campaigns.Where(campaign => seen.Contains(campaign.Campaign)).ToList();
        var desks = view.Desks.Where(desk => Reach.ServesOnly(desk.Campaigns, seen)).ToList();
        // How much the whole centre works and records is another client's affair.
        return view with { Campaigns = campaigns, Desks = desks, RecordingsOpen = 0, Sequence = 0 };
    }
}
