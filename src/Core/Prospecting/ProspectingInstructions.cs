using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>Bring prospects for the hopper: fresh ones, and resting ones that are due.</summary>
/// <param name="Count">How many at most, those the hopper already holds included.</param>
public sealed record BringProspects(CampaignId Campaign, int Count) : Instruction;

/// <summary>Bring this one prospect, whose callback is due.</summary>
public sealed record BringProspect(CampaignId Campaign, ProspectId Prospect) : Instruction;

/// <summary>Dial. Given only after an <see cref="AttemptPermitted"/>; the attempt's id is the channel's id.</summary>
/// <remarks>The number is not here: who carries this finds it by the prospect.</remarks>
public sealed record Dial(
    AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, TrunkId Trunk, string CallerId, Duration RingTimeout, bool DetectMachines) : Instruction;

/// <summary>Ring the agent's telephone for an answered call.</summary>
public sealed record OfferTo(AttemptId Attempt, AgentId Agent, int Offer, CampaignId Campaign, ProspectId Prospect) : Instruction;

/// <summary>Let customer and agent hear each other.</summary>
public sealed record Join(AttemptId Attempt, AgentId Agent, int Offer) : Instruction;

/// <summary>End whatever the attempt still has at the switch: the prospect's channel, the agent's, the bridge.</summary>
public sealed record HangUp(AttemptId Attempt) : Instruction;

/// <summary>End the agent's channel of that offer only.</summary>
public sealed record WithdrawOffer(AttemptId Attempt, AgentId Agent, int Offer) : Instruction;

/// <summary>Music for the customer, silence for the agent; or both together again.</summary>
public sealed record Hold(AttemptId Attempt, bool Held) : Instruction;

/// <summary>Act on a recording of the conversation.</summary>
public sealed record Record(RecordingId Recording, AttemptId Attempt, RecordingCommand Command, string Purpose) : Instruction;

/// <summary>Show a prospect on an agent's desk and wait for the click.</summary>
public sealed record ShowPreview(AgentId Agent, CampaignId Campaign, ProspectId Prospect) : Instruction;
