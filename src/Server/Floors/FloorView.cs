using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>What can be seen of a floor from outside: who does what, and how each campaign stands.</summary>
public sealed record FloorView(
    string Floor, Instant Now, bool SwitchIsThere, long Sequence, int RecordingsOpen,
    IReadOnlyList<DeskView> Desks, IReadOnlyList<CampaignView> Campaigns)
{
    internal static FloorView Of(Floor floor, long sequence) => new(
        floor.Name, floor.Now, floor.SwitchIsThere, sequence, floor.RecordingsOpen,
        [.. floor.Desks.Values.OrderBy(desk => desk.Agent).Select(desk => DeskView.Of(desk, floor))],
        [.. floor.Rooms.Values.Select(room => CampaignView.Of(room, floor))]);
}

/// <summary>An agent as seen from outside.</summary>
public sealed record DeskView(
    AgentId Agent, AgentState State, Instant Since, string? Reason, IReadOnlyList<CampaignId> Campaigns,
    AttemptId? Attempt, AttemptStage? Stage, ProspectId? Prospect, CampaignId? Campaign, int Offer)
{
    internal static DeskView Of(Desk desk, Floor floor)
    {
        var attempt = desk.Attempt is { } id ? floor.Attempts.GetValueOrDefault(id) : null;
        return new DeskView(desk.Agent, desk.State, desk.Since, desk.Reason, desk.Campaigns,
            desk.Attempt, attempt?.Stage, attempt?.Prospect ?? desk.Preview, attempt?.Campaign ?? desk.PreviewCampaign, attempt?.Offer ?? 0);
    }
}

/// <summary>A campaign as seen from outside.</summary>
/// <param name="Live">Attempts that the switch has to do with.</param>
/// <param name="Handled">Attempts in conversation or wrap-up.</param>
/// <param name="InHopper">Prospects brought and not yet called.</param>
/// <param name="Exhausted">The list had fewer prospects than the floor asked for.</param>
/// <param name="NextDue">When the next resting prospect falls due, as far as the floor was told.</param>
public sealed record CampaignView(
    CampaignId Campaign, CampaignState State, int Version, int Live, int Handled, int InHopper, bool Exhausted, Instant? NextDue,
    int FreeAgents, int CallbacksKept, int CallbacksDue, int Judged)
{
    internal static CampaignView Of(Room room, Floor floor) => new(
        room.Settings.Id, room.State, room.Settings.Version, room.Live,
        floor.Attempts.Values.Count(attempt => attempt.Campaign == room.Settings.Id && attempt.Stage is AttemptStage.Connected or AttemptStage.Released),
        room.Hopper.Count, room.Hopper.Exhausted, room.Hopper.NextDue, room.FreeAgents,
        floor.Callbacks.Values.Count(callback => callback.Campaign == room.Settings.Id), room.CallbacksWaiting, room.Judged);
}
