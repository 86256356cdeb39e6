using System.Text.Json.Serialization;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>How far an attempt has come. It goes down this list, save that a missed offer, and a conversation whose agent fell out of it, go back to Answered.</summary>
public enum AttemptStage
{
    /// <summary>Given to the switch.</summary>
    Placed,
    Ringing,
    /// <summary>Answered, and no agent is being rung.</summary>
    Answered,
    /// <summary>An agent's telephone rings for it.</summary>
    Offered,
    /// <summary>The agent took it; the two are being joined.</summary>
    Accepted,
    Connected,
    /// <summary>Over at the switch; the agent's disposition is awaited.</summary>
    Released,
}

/// <summary>One try to reach one prospect, while the floor still has to do with it.</summary>
public sealed class Attempt
{
    [JsonConstructor]
    public Attempt(AttemptId id, CampaignId campaign, ClientId client, ProspectId prospect, CustomerId customer)
        => (Id, Campaign, Client, Prospect, Customer) = (id, campaign, client, prospect, customer);

    public AttemptId Id { get; }
    public CampaignId Campaign { get; }
    public ClientId Client { get; }
    public ProspectId Prospect { get; }
    public CustomerId Customer { get; }

    /// <summary>Attempts on this prospect, this one included.</summary>
    [JsonInclude] public int Tried { get; internal set; }

    /// <summary>Which of the person's numbers is called, by its rank; null when they have one.</summary>
    [JsonInclude] public int? Number { get; internal set; }

    /// <summary>How many more numbers of the person are in service, should this one prove dead.</summary>
    [JsonInclude] public int OtherNumbers { get; internal set; }
    [JsonInclude] public AttemptStage Stage { get; internal set; }
    [JsonInclude] public TrunkId Trunk { get; internal set; }

    /// <summary>Who waits for it, is rung for it or speaks; null when it was answered and nobody is there.</summary>
    [JsonInclude] public AgentId? Agent { get; internal set; }
    [JsonInclude] public int Offer { get; internal set; }

    /// <summary>Offers made so far, to whomever: each telephone that is rung for this attempt has a number of its own.</summary>
    [JsonInclude] public int Offers { get; internal set; }

    /// <summary>Who spoke last with the customer, and owes the disposition; null as long as nobody did.</summary>
    [JsonInclude] public AgentId? Handler { get; internal set; }

    /// <summary>Since when the customer hears music because their agent fell out of the conversation or handed it on; null when they don't.</summary>
    [JsonInclude] public Instant? ParkedAt { get; internal set; }

    /// <summary>The colleague who is asked or heard while the agent keeps the call; null when there is none.</summary>
    [JsonInclude] public Consult? Consult { get; internal set; }

    /// <summary>Supervisors who listen to this conversation.</summary>
    [JsonInclude] public IReadOnlyList<Monitoring> Monitors { get; internal set; } = [];
    [JsonInclude] public int MonitorsSoFar { get; internal set; }

    /// <summary>Talk of the parts of the conversation that are over, with whoever spoke then.</summary>
    [JsonInclude] public Duration Talked { get; internal set; }
    [JsonInclude] public int Recordings { get; internal set; }

    /// <summary>The recording that runs or is paused; null when there is none.</summary>
    [JsonInclude] public RecordingId? Recording { get; internal set; }
    [JsonInclude] public bool RecordingPaused { get; internal set; }

    /// <summary>The recording was begun by the campaign's plan, and by nobody's act.</summary>
    [JsonInclude] public bool RecordsByPlan { get; internal set; }
    [JsonInclude] public bool Held { get; internal set; }

    /// <summary>Whether detection took the answer for a machine (then an agent hears it for the truth) or for none; null when it did not listen.</summary>
    [JsonInclude] public bool? TakenForMachine { get; internal set; }

    /// <summary>Dialled ahead of agents: nobody waits for it by name.</summary>
    [JsonInclude] public bool IsAhead { get; internal set; }

    /// <summary>The appointment that was made in it and stands; null when none does.</summary>
    [JsonInclude] public AppointmentId? Appointment { get; internal set; }

    /// <summary>Whether an appointment that was made elsewhere while it went on stands: whatever comes of it, they are not called again for one.</summary>
    [JsonInclude] public bool HasAppointment { get; internal set; }

    /// <summary>Since when the person hears who called, as no agent was there.</summary>
    [JsonInclude] public Instant? NoticeAt { get; internal set; }

    /// <summary>The sound that was last asked for, and how many were; more than one when the first could not be played.</summary>
    [JsonInclude] public string? Notice { get; internal set; }
    [JsonInclude] public int Notices { get; internal set; }
    [JsonInclude] public Instant PlacedAt { get; internal set; }

    /// <summary>The legal ground of its permit: consent, contract and so on.</summary>
    [JsonInclude] public string? Ground { get; internal set; }

    /// <summary>What the law was asked by, to ask again when the call is answered; forgotten at a restart.</summary>
    [JsonIgnore] public Dossier? Dossier { get; internal set; }
    [JsonInclude] public Instant? AnsweredAt { get; internal set; }
    [JsonInclude] public Instant? ConnectedAt { get; internal set; }

    /// <summary>Whether the switch still has to do with it.</summary>
    [JsonIgnore] public bool IsLive => Stage != AttemptStage.Released;

    /// <summary>Whether the prospect has not picked up yet.</summary>
    [JsonIgnore] public bool IsUnanswered => Stage is AttemptStage.Placed or AttemptStage.Ringing;

    /// <summary>Whether the customer hears music until somebody takes the conversation up again.</summary>
    [JsonIgnore] public bool IsParked => Stage == AttemptStage.Answered && ParkedAt is not null;

    /// <summary>Whether an agent owes its ending: they speak, or their telephone is waited for.</summary>
    [JsonIgnore] public bool IsSomebodys => Stage == AttemptStage.Connected || (IsParked && Agent is not null);

    /// <summary>The number that the next telephone to be rung gets.</summary>
    [JsonIgnore] public int NextOffer => Math.Max(Offer, Offers) + 1;
}

/// <summary>A colleague asked while the customer is on hold. With the customer taken back, all three hear each other.</summary>
/// <param name="Offer">The number under which their telephone is rung.</param>
/// <param name="Joined">Whether the two agents hear each other.</param>
public sealed record Consult(AgentId Colleague, int Offer, Instant Since, bool Joined);

/// <summary>How a supervisor takes part: unheard, heard by the agent alone, heard by all.</summary>
public enum MonitorMode { Listen, Whisper, Barge }

/// <summary>A supervisor in a conversation.</summary>
/// <param name="Agent">Whose side is listened to.</param>
/// <param name="Number">Which of this attempt's, from 1.</param>
/// <param name="Told">Whether the agent's desk shows it, by the campaign's policy.</param>
public sealed record Monitoring(AgentId Supervisor, AgentId Agent, int Number, MonitorMode Mode, bool Told);
