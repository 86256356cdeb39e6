using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>The steps in which a campaign is set up, in the order in which people go through them.</summary>
internal static class CampaignSteps
{
    public static IReadOnlyList<(string Code, Word Name)> All { get; } =
    [
        ("offer", GateWords.ItemOffer), ("lists", CampaignWords.Lists), ("script", GateWords.ItemScript), ("number", CampaignWords.Number), ("people", CampaignWords.People),
        ("results", CampaignWords.Results), ("appointments", Appointments.AppointmentWords.Title), ("recording", CampaignWords.Recording), ("pace", CampaignWords.Pace),
    ];
}
