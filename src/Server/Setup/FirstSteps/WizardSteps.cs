using Plateau.Core.Interactions;
using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.FirstSteps;

/// <summary>The first steps of a new centre, in the order in which people go through them.</summary>
internal static class WizardSteps
{
    public const string Centre = "centre", Client = "client", Line = "line", People = "people", Campaign = "campaign", Start = "start";

    public static IReadOnlyList<(string Code, Word Name, Word Why)> All { get; } =
    [
        (Centre, FirstStepWords.Centre, FirstStepWords.CentreWhy), (Client, FirstStepWords.Client, FirstStepWords.ClientWhy), (Line, FirstStepWords.Line, FirstStepWords.LineWhy),
        (People, FirstStepWords.People, FirstStepWords.PeopleWhy), (Campaign, FirstStepWords.Campaign, FirstStepWords.CampaignWhy), (Start, GateWords.Start, FirstStepWords.StartWhy),
    ];

    /// <summary>The step so many places further, or the last there is in that direction.</summary>
    public static string From(string step, int places) => All[Math.Clamp(All.ToList().FindIndex(each => each.Code == step) + places, 0, All.Count - 1)].Code;
}

/// <summary>What was made on the way, so that the first steps can be left and taken up again, by whoever goes on.</summary>
/// <param name="Trunk">The line that was chosen.</param>
internal sealed record FirstStepsCard(ClientId? Client = null, string Trunk = FirstStepsCard.Practice, CampaignId? Campaign = null)
{
    /// <summary>The kind of document, its id, and the line that reaches nobody.</summary>
    public const string Kind = "first-steps", Id = "main", Practice = "practice";
}
