using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>A decision of the rule book. Each carries a hash over itself and the decision before it, so that none can be changed or taken out unseen.</summary>
public interface IDecision
{
    /// <summary>SHA-256 as hexadecimal digits; null until the floor writes the fact.</summary>
    string? Chain { get; }

    Fact Linked(string? chain);
}

/// <summary>The client as the floor knows it from now on.</summary>
public sealed record ClientSet(Instant At, Client Client) : Fact(At);

/// <summary>The client and its campaigns are no longer on this floor.</summary>
public sealed record ClientRetired(Instant At, ClientId Client) : Fact(At);

/// <summary>The carrier's limits as the floor keeps them from now on.</summary>
public sealed record TrunkSet(Instant At, TrunkLimits Trunk) : Fact(At);

/// <summary>The campaign as the floor runs it from now on.</summary>
public sealed record CampaignSet(Instant At, CampaignSettings Campaign) : Fact(At);

/// <summary>The campaign runs, pauses or is stopped.</summary>
public sealed record CampaignSwitched(Instant At, CampaignId Campaign, CampaignState State) : Fact(At), IOfCampaign;

/// <summary>A prospect stands before an agent, who decides.</summary>
public sealed record PreviewShown(Instant At, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, AgentId Agent) : Fact(At), IOfCampaign
{
    /// <summary>True where a quota counts the prospect: the fact holds only while there is room under it. Null where none does.</summary>
    public bool? Counted { get; init; }
}

/// <summary>The agent passed over the prospect, or looked too long.</summary>
public sealed record PreviewSkipped(Instant At, CampaignId Campaign, ProspectId Prospect, AgentId Agent, string Reason, Verdict Verdict) : Fact(At), IOfCampaign
{
    /// <summary>Why the prospect was taken from the agent, as a code of the lexicon; null where the agent put them away.</summary>
    public string? TakenBack { get; init; }
}

/// <summary>The law lets this attempt be dialled.</summary>
/// <param name="Tried">Attempts on this prospect, this one included.</param>
/// <param name="Clicked">In preview and manual mode: when the agent asked for the call.</param>
public sealed record AttemptPermitted(
    Instant At, AttemptId Attempt, CampaignId Campaign, ClientId Client, ProspectId Prospect, CustomerId Customer,
    int Tried, Permit Permit, AgentId? Clicker, Instant? Clicked) : Fact(At), IOfCampaign, IOfAttempt, IDecision
{
    /// <summary>How far back earlier calls can matter to any rule: sixty calendar days of rest are no more than this anywhere.</summary>
    public static Duration Memory { get; } = Duration.FromDays(61);

    /// <summary>The client's calls to this person within <see cref="Memory"/> on which the permit rests: it holds only while the journal knows of no other. Null in journals from before it was counted.</summary>
    public int? Known { get; init; }

    /// <summary>True where a quota counts a call that the floor chose: the permit holds only while there is room under it. Null where none does, and for callbacks and calls by hand, which are made all the same.</summary>
    public bool? Counted { get; init; }

    /// <summary>Which of the person's numbers is called, and why; null when they have one.</summary>
    public ChosenNumber? Number { get; init; }
    public string? Chain { get; init; }
    public Fact Linked(string? chain) => this with { Chain = chain };
}

/// <summary>The law, as the book has it, forbids to dial this prospect now.</summary>
public sealed record DialRefused(Instant At, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, Refusal Refusal) : Fact(At), IOfCampaign, IDecision
{
    /// <summary>Versions of the rule book and of the time zones that were asked.</summary>
    public string? Book { get; init; }
    public string? Tzdb { get; init; }
    public string? Chain { get; init; }
    public Fact Linked(string? chain) => this with { Chain = chain };
}

/// <summary>The law was asked again about a call under way: when it was answered, or before it went to a colleague.</summary>
/// <param name="Faults">The rules that now speak against it; none when it may go on.</param>
public sealed record AttemptExamined(Instant At, AttemptId Attempt, Phase Phase, string Book, string Tzdb, IReadOnlyList<string> Faults, string? Reason) : Fact(At), IOfAttempt, IDecision
{
    public string? Chain { get; init; }
    public Fact Linked(string? chain) => this with { Chain = chain };
}

/// <summary>An attempt was given to the switch, for an agent who waits for it, or ahead of agents for whoever is free first.</summary>
public sealed record AttemptPlaced(
    Instant At, AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, AgentId? Agent, TrunkId Trunk, DialMode Mode) : Fact(At), IOfCampaign, IOfAttempt;

/// <summary>It rings.</summary>
public sealed record AttemptRang(Instant At, AttemptId Attempt) : Fact(At), IOfAttempt;

/// <summary>It was answered.</summary>
public sealed record AttemptAnswered(Instant At, AttemptId Attempt, AnsweredBy By) : Fact(At), IOfAttempt;

/// <summary>Whoever answered found no agent in time and hears who called and how to object.</summary>
/// <param name="Notice">The sound that is played.</param>
public sealed record NoticeGiven(Instant At, AttemptId Attempt, CampaignId Campaign, string Notice) : Fact(At), IOfCampaign, IOfAttempt;

/// <summary>The switch could not play that sound: the person heard nothing of it, and nobody is called ahead of agents with it until it was seen to.</summary>
public sealed record NoticeUnheard(Instant At, AttemptId Attempt, CampaignId Campaign, string Notice) : Fact(At), IOfCampaign, IOfAttempt;

/// <summary>What the pacer saw and decided at one moment, kept twice a minute so that pacing can be read afterwards.</summary>
/// <param name="Free">Agents free, people who wait taken off.</param>
/// <param name="ExpectedFree">Agents who get free before a call dialled now is answered.</param>
/// <param name="ExpectedAnswers">Of the calls in flight: those answered before it.</param>
/// <param name="Why">What held back the next call.</param>
/// <param name="NoAgent">The chance that the next call, if answered, finds no agent.</param>
/// <param name="Risk">The greatest such chance allowed.</param>
/// <param name="BudgetLeft">People who may still be abandoned.</param>
public sealed record PacingSampled(
    Instant At, CampaignId Campaign, int LoggedIn, int Free, double ExpectedFree, int InFlight, double ExpectedAnswers, int Dial, string Why,
    double NoAgent, double Risk, double BudgetLeft, double AnswerRate, int Humans, int Abandoned) : Fact(At), IOfCampaign
{
    /// <summary>Of the abandoned: those taken for machines, as many as may be believed.</summary>
    public int Misjudged { get; init; }
}

/// <summary>The waiting agent of an attempt changed before it was answered.</summary>
public sealed record AttemptReassigned(Instant At, AttemptId Attempt, AgentId From, AgentId To) : Fact(At), IOfAttempt;

/// <summary>The conversation was offered to an agent.</summary>
public sealed record Offered(Instant At, AttemptId Attempt, AgentId Agent, int Offer) : Fact(At), IOfAttempt;

/// <summary>The agent's telephone took the offer.</summary>
public sealed record OfferAccepted(Instant At, AttemptId Attempt, AgentId Agent, int Offer) : Fact(At), IOfAttempt;

/// <summary>The agent's telephone did not take the offer.</summary>
public sealed record OfferMissed(Instant At, AttemptId Attempt, AgentId Agent, int Offer, string Reason) : Fact(At), IOfAttempt
{
    /// <summary>The reason of an offer that was taken back, because the person had been told who called: no agent's omission.</summary>
    public const string NoticeGiven = "notice-given";
}

/// <summary>Customer and agent speak.</summary>
public sealed record Connected(Instant At, AttemptId Attempt, AgentId Agent) : Fact(At), IOfAttempt;

/// <summary>The customer waits with music.</summary>
public sealed record HoldStarted(Instant At, AttemptId Attempt, AgentId Agent) : Fact(At), IOfAttempt;

/// <summary>The customer is back in the conversation.</summary>
public sealed record HoldEnded(Instant At, AttemptId Attempt, AgentId Agent) : Fact(At), IOfAttempt;

/// <summary>A recording was ordered for a stated purpose.</summary>
public sealed record RecordingOrdered(Instant At, RecordingId Recording, AttemptId Attempt, string Purpose, AgentId? By) : Fact(At), IOfAttempt;

/// <summary>The recording was paused or resumed, as when card data are spoken.</summary>
public sealed record RecordingPaused(Instant At, RecordingId Recording, AttemptId Attempt, bool Paused) : Fact(At), IOfAttempt;

/// <summary>The recording was ordered to end.</summary>
public sealed record RecordingStopped(Instant At, RecordingId Recording, AttemptId Attempt) : Fact(At), IOfAttempt;

/// <summary>The recording is kept.</summary>
public sealed record RecordingKept(Instant At, RecordingId Recording, AttemptId Attempt, string Purpose, Duration Length, bool Complete) : Fact(At), IOfAttempt;

/// <summary>The conversation is over; the agent writes it up.</summary>
/// <param name="Talk">Of this agent, from being joined to this moment, holds included.</param>
public sealed record Released(Instant At, AttemptId Attempt, AgentId Agent, ReleasedBy By, Duration Talk) : Fact(At), IOfAttempt
{
    /// <summary>Talk of the conversation's earlier parts, with whoever spoke then; null when this is the only one.</summary>
    public Duration? Earlier { get; init; }
}

/// <summary>The attempt is over at the switch.</summary>
/// <param name="Verdict">What follows for the prospect; null when an agent's disposition will say it.</param>
/// <param name="Code">The carrier's own words.</param>
public sealed record AttemptEnded(
    Instant At, AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, Outcome Outcome, string Code, Verdict? Verdict) : Fact(At), IOfCampaign, IOfAttempt
{
    /// <summary>Which of the person's numbers it was, by its rank; null when they have one.</summary>
    public int? Number { get; init; }
}

/// <summary>What came of a handled call, once and for all.</summary>
/// <param name="By">Who said it; null when the floor closed it because nobody did in time.</param>
public sealed record Disposed(
    Instant At, AttemptId Attempt, CampaignId Campaign, ProspectId Prospect, AgentId Agent, AgentId? By, string Code, DispositionEffect Effect, Verdict Verdict) : Fact(At), IOfCampaign, IOfAttempt
{
    /// <summary>Which of the person's numbers it was, by its rank; null when they have one.</summary>
    public int? Number { get; init; }
}

/// <summary>A callback is kept for its time.</summary>
/// <param name="Agent">Whose it is; null when anyone on the campaign may make it.</param>
public sealed record CallbackKept(Instant At, CampaignId Campaign, ProspectId Prospect, CustomerId Customer, Instant Due, AgentId? Agent) : Fact(At), IOfCampaign;

/// <summary>A kept callback was made, or is no longer due: its reason says which.</summary>
public sealed record CallbackClosed(Instant At, CampaignId Campaign, ProspectId Prospect, string Reason) : Fact(At), IOfCampaign;

/// <summary>The person took back their consent to this client's calls.</summary>
public sealed record ConsentWithdrawalRecorded(Instant At, ClientId Client, CustomerId Customer, string Reference) : Fact(At);

/// <summary>The person will not be called again by this client.</summary>
public sealed record OppositionRecorded(Instant At, ClientId Client, CustomerId Customer, string Reference) : Fact(At);
