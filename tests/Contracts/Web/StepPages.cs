using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Setup.FirstSteps;

namespace Plateau.Contracts.Web;

/// <summary>The steps inside pages, each an address of its own: looked at like any page.</summary>
internal static class StepPages
{
    public static IReadOnlyList<string> All { get; } =
        [.. CampaignSteps.All.Select(step => $"/campaigns/aurore-printemps/{step.Code}"), .. WizardSteps.All.Select(step => $"/first-steps/{step.Code}")];
}
