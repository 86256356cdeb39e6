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
    /// <summary>What of the law can't be read, as a code of the lexicon; null while all can. Nobody is dialled meanwhile.</summary>
    public string? LawFault { get; init; }

    /// <summary>News of the switch came too late a moment ago: nobody is called ahead of agents until it has rested.</summary>
    public bool SwitchLags { get; init; }

    internal static FloorView Of(Floor floor, long sequence) => new(
        floor.Name, floor.Now, floor.SwitchIsThere, sequence, floor.RecordingsOpen,
        [.. floor.Desks.Values.OrderBy(desk => desk.Agent).Select(desk => DeskView.Of(desk, floor))],
        [.. floor.Rooms.Values.Select(room => CampaignView.Of(room, floor))]) { LawFault = floor.LawFault, SwitchLags = floor.SwitchLags };
}

/// <summary>An agent as seen from outside.</summary>
public sealed record DeskView(
    AgentId Agent, AgentState State, Instant Since, string? Reason, IReadOnlyList<CampaignId> Campaigns,
    AttemptId? Attempt, AttemptStage? Stage, ProspectId? Prospect, CampaignId? Campaign, int Offer)
{
    /// <summary>What they asked to become after the present call, and why.</summary>
    public AgentState? Wish { get; init; }
    public string? WishReason { get; init; }

    /// <summary>Why a prospect was taken from before them, as a code of the lexicon; null when none was, or once they did something about another.</summary>
    public string? TakenBack { get; init; }

    /// <summary>Their telephone can't be rung.</summary>
    public bool TelephoneIsLost { get; init; }

    /// <summary>The conversation before them; null when there is none.</summary>
    public ConversationView? Conversation { get; init; }

    /// <summary>The desk of somebody whom the floor has never seen.</summary>
    internal static DeskView Absent(AgentId agent, Instant now) => new(agent, AgentState.LoggedOut, now, null, [], null, null, null, null, 0);

    /// <summary>The desk as its own agent may see it: who listens only where the campaign's policy says so.</summary>
    internal DeskView ForItsAgent() => Conversation is { Listeners.Count: > 0 } heard
        ? this with { Conversation = heard with { Listeners = [.. heard.Listeners.Where(one => one.Told)] } }
        : this;

    internal static DeskView Of(Desk desk, Floor floor)
    {
        var attempt = desk.Attempt is { } id ? floor.Attempts.GetValueOrDefault(id) : null;
        return new DeskView(desk.Agent, desk.State, desk.Since, desk.Reason, desk.Campaigns,
            desk.Attempt, attempt?.Stage, attempt?.Prospect ?? desk.Preview, attempt?.Campaign ?? desk.PreviewCampaign, OfferOf(attempt, desk))
        {
            Wish = desk.Wish, WishReason = desk.WishReason, TelephoneIsLost = desk.TelephoneIsLost, TakenBack = desk.TakenBack,
            Conversation = attempt is { Handler: not null } ? ConversationView.Of(attempt) : null,
        };
    }

    private static int OfferOf(Attempt? attempt, Desk desk) =>
        attempt?.Consult is { } consult && consult.Colleague == desk.Agent ? consult.Offer : attempt?.Offer ?? 0;
}

/// <summary>A conversation as seen from outside.</summary>
/// <param name="Owner">Who speaks, or is waited for, and owes the disposition; null while the customer waits for anyone.</param>
/// <param name="Since">Since when this owner and the customer are joined.</param>
/// <param name="Held">The customer hears music because the agent wants it so.</param>
/// <param name="ParkedAt">Since when the customer hears music because their agent fell out or handed them on.</param>
/// <param name="Colleague">The colleague who is asked; with the customer not on hold, all three hear each other.</param>
/// <param name="ColleagueJoined">Whether the colleague is on the line yet.</param>
/// <param name="Listeners">Supervisors in the conversation. An agent is shown those alone of whom the campaign's policy says so.</param>
public sealed record ConversationView(
    AgentId? Owner, Instant? Since, bool Held, Instant? ParkedAt, AgentId? Colleague, bool ColleagueJoined,
    RecordingId? Recording, bool RecordingPaused, IReadOnlyList<Monitoring> Listeners)
{
    internal static ConversationView Of(Attempt attempt) => new(
        attempt.Agent, attempt.ConnectedAt, attempt.Held, attempt.ParkedAt, attempt.Consult?.Colleague, attempt.Consult is { Joined: true },
        attempt.Recording, attempt.RecordingPaused, attempt.Monitors);
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
    /// <summary>Where nobody may be called at this hour, with the next lawful moment there; the first to open comes first.</summary>
    public IReadOnlyList<ClosedPlace> Closed { get; init; } = [];

    /// <summary>What answering-machine detection said since the campaign began, against what agents heard.</summary>
    public Detection Detection { get; init; } = Detection.None;

    /// <summary>Why nobody at all is called for it now, as a code of the lexicon; null while somebody may be. Whether anybody is there to talk is another question.</summary>
    public string? Stop { get; init; }

    /// <summary>Its notice could not be played, and somebody is to see to it: also while something else stops it first.</summary>
    public bool IsUnheard { get; init; }

    /// <summary>Why nothing is recorded from the start though it was set so, as a code of the lexicon; null while it is, or where it was not.</summary>
    public string? RecordingFault { get; init; }

    /// <summary>What its pacer saw and decided when it was last written down; null where none does.</summary>
    public PacingSampled? Paced { get; init; }

    internal static CampaignView Of(Room room, Floor floor) => new(
        room.Settings.Id, room.State, room.Settings.Version, room.Live,
        floor.Attempts.Values.Count(attempt => attempt.Campaign == room.Settings.Id && attempt.Stage is AttemptStage.Connected or AttemptStage.Released),
        room.Hopper.Count, room.Hopper.Exhausted, room.Hopper.NextDue, room.FreeAgents,
        floor.Callbacks.Values.Count(callback => callback.Campaign == room.Settings.Id), room.CallbacksWaiting, room.Judged)
    {
        Detection = room.Detection,
        Stop = floor.StopOf(room),
        IsUnheard = Floor.IsUnheard(room),
        RecordingFault = floor.RecordingFaultOf(room),
        Paced = room.Paced,
        Closed = [.. room.Closed.Opens.GroupBy(pair => (Place: pair.Key.Territory ?? "", pair.Key.Zones, pair.Value)).Select(same => new ClosedPlace(same.Key.Place, same.Key.Zones, same.Key.Value))
            .OrderBy(place => place.Opens).ThenBy(place => place.Zones, StringComparer.Ordinal).ThenBy(place => place.Territory, StringComparer.Ordinal)],
    };
}

/// <summary>A place whose hour has not come.</summary>
/// <param name="Territory">ISO 3166-2 where known; empty when only the zones are.</param>
/// <param name="Zones">Every zone in which somebody there may be, with commas between them.</param>
public sealed record ClosedPlace(string Territory, string Zones, Instant Opens);
