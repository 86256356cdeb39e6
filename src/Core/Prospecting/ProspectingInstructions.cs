using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>Bring prospects for the hopper: fresh ones, and resting ones that are due.</summary>
/// <param name="Count">How many at most, those the hopper already holds included.</param>
public sealed record BringProspects(CampaignId Campaign, int Count) : Instruction
{
    /// <summary>Where nobody may be called at this hour: whoever is there stays in the list.</summary>
    public IReadOnlyList<Whereabouts> Closed { get; init; } = [];

    /// <summary>When the client's people answer: of those never called and equal otherwise, whoever has their good hour comes first. Null when nothing was learnt.</summary>
    public AnswerHabits? Habits { get; init; }

    /// <summary>Numbers the question, so that its answer can be told from an earlier one's.</summary>
    public int Asked { get; init; }
}

/// <summary>Bring this one prospect, whose callback is due.</summary>
public sealed record BringProspect(CampaignId Campaign, ProspectId Prospect) : Instruction;

/// <summary>Dial. Given only after an <see cref="AttemptPermitted"/>; the attempt's id is the channel's id.</summary>
/// <remarks>The number is not here: who carries this finds it by the prospect.</remarks>
public sealed record Dial(
    AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, TrunkId Trunk, string CallerId, Duration RingTimeout, bool DetectMachines) : Instruction
{
    /// <summary>Which of the person's numbers; null when they have one.</summary>
    public int? Rank { get; init; }

    /// <summary>
    /// The sound that whoever answers hears when nothing is heard of the floor either, as while its journal is away. The switch's hand
    /// plays it by itself and says so with a <see cref="SilenceBroken"/>. Null for a campaign without one: then it ends the call.
    /// </summary>
    public string? Notice { get; init; }
}

/// <summary>Ring the agent's telephone for an answered call.</summary>
public sealed record OfferTo(AttemptId Attempt, AgentId Agent, int Offer, CampaignId Campaign, ProspectId Prospect) : Instruction
{
    /// <summary>Whether the telephone is asked to answer by itself.</summary>
    public bool AutoAnswer { get; init; } = true;
}

/// <summary>Let customer and agent hear each other.</summary>
public sealed record Join(AttemptId Attempt, AgentId Agent, int Offer) : Instruction;

/// <summary>Play this sound to whoever answered and found no agent, then end the call.</summary>
/// <param name="Number">Which notice of the attempt it is, from 1: another is played when the first could not be.</param>
public sealed record PlayNotice(AttemptId Attempt, string Notice, int Number = 1) : Instruction;

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

/// <summary>Let the agent and a colleague hear each other; where the customer is does not change.</summary>
public sealed record JoinColleague(AttemptId Attempt, AgentId Colleague, int Offer) : Instruction;

/// <summary>Press keys on the customer's line.</summary>
public sealed record SendKeys(AttemptId Attempt, string Keys) : Instruction;

/// <summary>Ring the supervisor's telephone, or change its mode when it is there, and let it hear the agent of that offer.</summary>
public sealed record StartMonitor(AttemptId Attempt, AgentId Supervisor, int Number, MonitorMode Mode, int Offer) : Instruction;

/// <summary>Take the supervisor out of the conversation.</summary>
public sealed record EndMonitor(AttemptId Attempt, AgentId Supervisor, int Number) : Instruction;
