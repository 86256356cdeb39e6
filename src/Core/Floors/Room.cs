using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>A campaign as the floor runs it: its settings, who waits to serve it, whom it is about to call.</summary>
public sealed class Room(CampaignSettings settings)
{
    public CampaignSettings Settings { get; internal set; } = settings;
    public CampaignState State { get; internal set; }

    /// <summary>Attempts that the switch has to do with.</summary>
    public int Live { get; internal set; }

    /// <summary>Prospects permitted or refused since the floor was last built; for progress, not for reports.</summary>
    public int Judged { get; internal set; }

    public Hopper Hopper { get; internal set; } = new(settings.Mix);

    /// <summary>How many more may be called of each segment under a quota.</summary>
    internal QuotaRoom Quotas { get; set; } = new();

    /// <summary>Where nobody may be called at this hour; whoever is there waits in the list.</summary>
    public ClosedHours Closed { get; internal set; } = new();

    /// <summary>What the campaign may rest on today, as it was last found out.</summary>
    internal CampaignRights? Rights { get; set; }

    /// <summary>Who is free to serve this campaign, longest waiting first; among equals, by id.</summary>
    internal SortedSet<(Instant Since, AgentId Agent)> Free { get; } = [];

    /// <summary>Dossiers of callbacks that are due, shared and personal ones, earliest first.</summary>
    internal SortedDictionary<(Instant Due, ProspectId Prospect), (Callback Callback, Dossier Dossier)> DueCallbacks { get; } = [];

    /// <summary>People who answered and for whom no agent was free yet, longest waiting first.</summary>
    internal SortedSet<(Instant Since, AttemptId Attempt)> Waiting { get; } = [];

    /// <summary>Calls ahead of agents that nobody has answered yet.</summary>
    internal RingingCalls Ringing { get; } = new();

    /// <summary>The pacer of a campaign that dials ahead, while it runs.</summary>
    internal RoomPacing? Pacing { get; set; }

    /// <summary>The notice that the switch could not play, until the campaign has another or is started anew; nobody is called ahead meanwhile. Null while it plays.</summary>
    public string? Unheard { get; internal set; }

    /// <summary>What the budget of abandonment is counted by.</summary>
    public DayCount? Today { get; internal set; }

    /// <summary>How far the campaign's answering-machine detection can be believed.</summary>
    public Detection Detection { get; internal set; } = Detection.None;

    /// <summary>What the budget of abandonment is held against: persons taken for machines and hung up on were abandoned too, as many as may be believed.</summary>
    public DayCount? Budget => Today is { } today && Detection.Misjudged(today.HungUpOn) is > 0 and var misjudged ? today with { Humans = today.Humans + misjudged, Abandoned = today.Abandoned + misjudged } : Today;

    /// <summary>What the pacer saw and decided when it was last written down.</summary>
    public PacingSampled? Paced { get; internal set; }

    public int FreeAgents => Free.Count;

    /// <summary>Whether this agent stands in the line of those who are free.</summary>
    public bool IsWaiting(Desk desk) => Free.Contains((desk.ReadySince, desk.Agent));
    public int CallbacksWaiting => DueCallbacks.Count;
}
