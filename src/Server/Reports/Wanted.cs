using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>Which calls an address asks for: those that its figure counts.</summary>
internal static class Wanted
{
    public static WantedCalls Of(CampaignId campaign, Period period, ReportAddress address) =>
        new(campaign, [.. address.PiecesOf(period).Select(piece => (CentreTime.From(piece.From), CentreTime.From(piece.Before)))])
        {
            Agent = address.Agent, List = address.List, Outcome = address.Outcome, Disposition = address.Disposition,
            Reached = address.Came == "reached", Effect = address.Came == "success" ? "success" : null,
        };
}
