using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>A client was entered or changed.</summary>
public sealed record ClientWasSet(Instant At, Client Client) : Signal(At);

/// <summary>A client is worked for no more: it leaves the floor with its campaigns.</summary>
public sealed record ClientWasRetired(Instant At, ClientId Client) : Signal(At);

/// <summary>A line to a carrier was entered or changed.</summary>
public sealed record TrunkWasSet(Instant At, TrunkLimits Trunk) : Signal(At);

/// <summary>A campaign was entered or changed.</summary>
public sealed record CampaignWasSet(Instant At, CampaignSettings Campaign) : Signal(At);

/// <summary>Somebody asked for a campaign to run, pause or stop.</summary>
public sealed record CampaignWasSwitched(Instant At, CampaignId Campaign, CampaignState State) : Signal(At);

/// <summary>Prospects for the hopper, each with all that a decision needs.</summary>
/// <param name="Dossiers">In the order in which they are to be called.</param>
/// <param name="NextDue">When the next resting prospect falls due; null when none rests. Given when the list had fewer than asked for.</param>
/// <param name="Exhausted">Fewer were found than asked for.</param>
public sealed record ProspectsBrought(Instant At, CampaignId Campaign, IReadOnlyList<Dossier> Dossiers, Instant? NextDue, bool Exhausted) : Signal(At)
{
    /// <summary>Which question this answers; 0 when it was asked for one prospect by name.</summary>
    public int Asked { get; init; }

    /// <summary>How many more may be called of each segment under a quota, by the name under which they are counted.</summary>
    public IReadOnlyDictionary<string, int> Left { get; init; } = new Dictionary<string, int>();
}

/// <summary>When a client's people answer was counted anew from its calls.</summary>
public sealed record HabitsWereRead(Instant At, ClientId Client, IReadOnlyList<HabitCount> Counts) : Signal(At);

/// <summary>A permit was not written, because this person was called, or is being called, by another floor since their dossier was read.</summary>
/// <param name="Calls">All calls of the client to the person, as the journal has them now.</param>
/// <param name="UnderWay">The call that is not over; null when there is none.</param>
public sealed record PermitWasLost(Instant At, CustomerId Customer, IReadOnlyList<PastCall> Calls, AttemptId? UnderWay) : Signal(At);

/// <summary>Something was not written, because another floor of the campaign filled a quota since its people were brought.</summary>
/// <param name="Left">How many more may be called of each segment under a quota, as the store counts them now.</param>
public sealed record QuotaWasLost(Instant At, CampaignId Campaign, IReadOnlyDictionary<string, int> Left) : Signal(At);

/// <summary>A person objected to a client's calls, by whatever way; in force at once, also for a call that rings.</summary>
public sealed record PersonOpposed(Instant At, ClientId Client, CustomerId Customer, string Reference) : Signal(At);

/// <summary>A person took back their consent to a client's calls, by whatever way; in force at once, also for a call that rings.</summary>
/// <param name="Reference">Where what they said is kept.</param>
public sealed record ConsentWithdrawn(Instant At, ClientId Client, CustomerId Customer, string Reference) : Signal(At);

/// <summary>An agent asks to call a prospect by hand, or clicks on the one shown in preview; the click is evidence.</summary>
public sealed record DeskDialled(Instant At, AgentId Agent, CampaignId Campaign, Dossier Dossier) : Signal(At)
{
    /// <summary>The number that the agent chose, by its rank; null leaves it to the floor.</summary>
    public int? Rank { get; init; }
}

/// <summary>An agent passes over the prospect shown in preview.</summary>
public sealed record DeskSkipped(Instant At, AgentId Agent, ProspectId Prospect, string Reason) : Signal(At);

/// <summary>The agent's telephone was answered: the conversation can be joined.</summary>
/// <param name="Offer">Which offer of this attempt, from 1.</param>
public sealed record DeskAnswered(Instant At, AttemptId Attempt, AgentId Agent, int Offer) : Signal(At);

/// <summary>The agent's telephone did not take the offer.</summary>
public sealed record DeskMissed(Instant At, AttemptId Attempt, AgentId Agent, int Offer, string Reason) : Signal(At);

/// <summary>The agent hangs up, or their telephone fell out of the conversation.</summary>
public sealed record DeskReleased(Instant At, AttemptId Attempt, AgentId Agent) : Signal(At);

/// <summary>The agent puts the customer on hold, or takes them back.</summary>
public sealed record DeskHeld(Instant At, AttemptId Attempt, AgentId Agent, bool Held) : Signal(At);

/// <summary>What can be done to a recording.</summary>
public enum RecordingCommand { Start, Pause, Resume, Stop }

/// <summary>The agent acts on the recording of the present conversation.</summary>
/// <param name="Purpose">Needed to start: quality, proof of contract.</param>
public sealed record DeskRecorded(Instant At, AttemptId Attempt, AgentId Agent, RecordingCommand Command, string? Purpose) : Signal(At);

/// <summary>The agent says what came of the call.</summary>
/// <param name="Code">A leaf of the campaign's tree.</param>
/// <param name="CallbackDue">With a callback disposition: the moment agreed.</param>
/// <param name="Personal">With a callback: the same agent calls, as long as they are there.</param>
public sealed record DeskDisposed(Instant At, AttemptId Attempt, AgentId Agent, string Code, Instant? CallbackDue = null, bool Personal = false) : Signal(At);

/// <summary>It rings at the prospect's.</summary>
public sealed record CallRang(Instant At, AttemptId Attempt) : Signal(At);

/// <summary>Somebody or something answered.</summary>
public sealed record CallAnswered(Instant At, AttemptId Attempt, AnsweredBy By) : Signal(At);

/// <summary>The call came to nothing before it was answered.</summary>
/// <param name="Outcome">NoAnswer, Busy, Unallocated, Declined, Congested, CarrierDead, Cancelled, Interrupted or Undialable.</param>
/// <param name="Code">The carrier's own words, such as 486 or Q.850/17; empty when it had none.</param>
public sealed record CallFailed(Instant At, AttemptId Attempt, Outcome Outcome, string Code) : Signal(At);

/// <summary>An answered call ended at the prospect's side.</summary>
public sealed record CallEnded(Instant At, AttemptId Attempt, string Code) : Signal(At);

/// <summary>The sound of a notice could not be played; the person is still on the line and hears nothing.</summary>
/// <param name="Number">Which notice of the attempt it was, from 1.</param>
public sealed record NoticeFailed(Instant At, AttemptId Attempt, int Number) : Signal(At);

/// <summary>Somebody answered, the floor said nothing of it in time, and they hear the call's own notice as the first: the call ends with it.</summary>
/// <param name="Notice">The sound that plays; null when the call has none and is ended at once.</param>
public sealed record SilenceBroken(Instant At, AttemptId Attempt, string? Notice) : Signal(At);

/// <summary>Prospect and agent hear each other.</summary>
public sealed record CallJoined(Instant At, AttemptId Attempt, AgentId Agent) : Signal(At);

/// <summary>The switch records.</summary>
public sealed record RecordingBegan(Instant At, RecordingId Recording) : Signal(At);

/// <summary>A recording is closed and on disk.</summary>
/// <param name="Length">Length of the sound itself.</param>
/// <param name="Complete">False when it has a gap or its end is missing.</param>
public sealed record RecordingEnded(Instant At, RecordingId Recording, Duration Length, bool Complete) : Signal(At);

/// <summary>The switch is there and says what it holds. Nothing is dialled before this.</summary>
/// <param name="Attempts">Attempts whose prospect's channel lives.</param>
/// <param name="Answered">Those among them that are answered.</param>
/// <param name="Desks">Attempts whose agent's channel lives, with the offer it belongs to.</param>
/// <param name="Joined">Attempts whose bridge holds both.</param>
/// <param name="Recordings">Recordings that run.</param>
public sealed record SwitchConnected(
    Instant At,
    IReadOnlyList<AttemptId> Attempts,
    IReadOnlyList<AttemptId> Answered,
    IReadOnlyList<AttemptId> Desks,
    IReadOnlyList<AttemptId> Joined,
    IReadOnlyList<RecordingId> Recordings) : Signal(At);

/// <summary>The switch does not answer any more.</summary>
/// <param name="Died">True when its process is known to be dead, and its calls with it; false when only the link is gone.</param>
public sealed record SwitchLost(Instant At, bool Died) : Signal(At);
