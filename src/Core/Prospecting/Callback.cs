using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>A time agreed with a prospect, kept by the floor.</summary>
/// <param name="Agent">Whose callback it is; null when anyone on the campaign may make it.</param>
public sealed record Callback(CampaignId Campaign, ProspectId Prospect, CustomerId Customer, Instant Due, AgentId? Agent)
{
    /// <summary>A personal callback whose agent isn't there is made by anyone once it is this late.</summary>
    public static Duration Grace { get; } = Duration.FromMinutes(15);
}
