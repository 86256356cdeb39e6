using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>What a question can be about beside the call itself. What is null is not asked about; what is asked about and not known refuses.</summary>
public sealed record Matters
{
    public static Matters None { get; } = new();

    public RecordingStart? RecordingStart { get; init; }
    public RecordingPlan? RecordingPlan { get; init; }
    public KeptRecording? KeptRecording { get; init; }
    public PaymentStep? PaymentStep { get; init; }
    public Opening? Opening { get; init; }
    public Sale? Sale { get; init; }
    public CollectionForm? CollectionForm { get; init; }
    public InsuranceTalk? InsuranceTalk { get; init; }
    public Bot? Bot { get; init; }
    public ProcessorPapers? ProcessorPapers { get; init; }
    public TransferPapers? TransferPapers { get; init; }
    public MoroccanPapers? MoroccanPapers { get; init; }
    public StaffWatch? StaffWatch { get; init; }
    public Roster? Roster { get; init; }
    public DialStats? DialStats { get; init; }
}

/// <summary>A recording is about to begin.</summary>
/// <param name="PersonTold">The person was told before.</param>
/// <param name="AgentTold">The agent was told before.</param>
/// <param name="PersonAgreed">The person had a real choice and agreed.</param>
public sealed record RecordingStart(bool? PersonTold, bool? AgentTold, bool? PersonAgreed);

/// <summary>Which calls of a campaign are recorded.</summary>
/// <param name="Policy">all_calls, or a sample or event.</param>
/// <param name="LegalText">Whether a text orders the recording of all calls.</param>
public sealed record RecordingPlan(string? Policy, bool? LegalText);

/// <summary>A recording that lies in the archive.</summary>
/// <param name="Purpose">quality, analysis or contract_proof; anything else has the shortest time.</param>
public sealed record KeptRecording(Instant? At, string? Purpose);

/// <summary>The conversation has come to the customer's card.</summary>
public sealed record PaymentStep(bool? CardIsSpoken, bool? RecordingRuns);

/// <summary>What the script says before any pitch.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Principal">For whom.</param>
/// <param name="Commercial">That the call is commercial.</param>
/// <param name="Link">The link with the principal, owed in finance.</param>
public sealed record Opening(bool? Caller, bool? Principal, bool? Commercial, bool? Link);

/// <summary>A sale that was agreed by telephone.</summary>
public sealed record Sale(Instant? ConfirmedAt, Instant? SignedAt);

/// <summary>A form on which people leave their number.</summary>
public sealed record CollectionForm(string? Text);

/// <summary>An insurance call under way: the steps that its own law asks for. What has not come yet is null.</summary>
public sealed record InsuranceTalk(bool? AgreedToContinue, bool Selling, Instant? DocumentsAt, Instant? ContractAt, bool? Recorded);

/// <summary>A voice that is no person's.</summary>
/// <param name="SaysSo">It says so at once.</param>
/// <param name="HumanRoute">A person can be asked for.</param>
/// <param name="KnownCustomer">A customer already, called about a similar product, who could refuse easily then and now.</param>
public sealed record Bot(bool? SaysSo, bool? HumanRoute, bool KnownCustomer);

/// <summary>The contract by which the centre works on the client's data.</summary>
public sealed record ProcessorPapers(bool? Signed);

/// <summary>What lets the client's data be seen from Morocco.</summary>
public sealed record TransferPapers(bool? Clauses, bool? Assessment);

/// <summary>The receipt of the Moroccan authority.</summary>
public sealed record MoroccanPapers(string? Receipt);

/// <summary>How staff are watched.</summary>
public sealed record StaffWatch(bool? Told, bool? CouncilHeard, bool Continuous);

/// <summary>The shifts of one person; null when they are not known.</summary>
public sealed record Roster(IReadOnlyList<(Instant From, Instant Until)>? Shifts);

/// <summary>What became of a campaign's calls in the time that its law counts; null where nobody counted.</summary>
/// <param name="Abandoned">Answered, and nobody of ours was there in time.</param>
/// <param name="Live">Answered by a person who then spoke with an agent.</param>
/// <param name="Machines">Answering machines that agents met among the calls given to them.</param>
public sealed record DialStats(decimal? Abandoned, decimal? Live, decimal? Machines);
