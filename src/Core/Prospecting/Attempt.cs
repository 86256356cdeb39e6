using System.Text.Json.Serialization;
using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>How far an attempt has come. It only ever goes down this list, save that a missed offer goes back to Answered.</summary>
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
    [JsonInclude] public AttemptStage Stage { get; internal set; }
    [JsonInclude] public TrunkId Trunk { get; internal set; }

    /// <summary>Who waits for it, is rung for it or speaks; null when it was answered and nobody is there.</summary>
    [JsonInclude] public AgentId? Agent { get; internal set; }
    [JsonInclude] public int Offer { get; internal set; }
    [JsonInclude] public int Recordings { get; internal set; }

    /// <summary>The recording that runs or is paused; null when there is none.</summary>
    [JsonInclude] public RecordingId? Recording { get; internal set; }
    [JsonInclude] public bool RecordingPaused { get; internal set; }
    [JsonInclude] public bool Held { get; internal set; }
    [JsonInclude] public Instant PlacedAt { get; internal set; }
    [JsonInclude] public Instant? AnsweredAt { get; internal set; }
    [JsonInclude] public Instant? ConnectedAt { get; internal set; }

    /// <summary>Whether the switch still has to do with it.</summary>
    [JsonIgnore] public bool IsLive => Stage != AttemptStage.Released;

    /// <summary>Whether the prospect has not picked up yet.</summary>
    [JsonIgnore] public bool IsUnanswered => Stage is AttemptStage.Placed or AttemptStage.Ringing;
}
