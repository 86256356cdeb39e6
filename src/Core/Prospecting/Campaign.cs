using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>How calls come about: by the agent's hand, after the agent's look, one for each agent who is ready, so many for each, or as many as the budget of abandonment lets.</summary>
public enum DialMode { Manual, Preview, Progressive, Power, Predictive }

/// <summary>Whether conversations are recorded from their start; agents can begin, pause and stop one for a stated purpose either way.</summary>
public enum RecordingChoice { OnRequest, FromStart }

/// <summary>Everything the floor knows of a campaign: settings with a version, entered by people, effective from when the floor hears of them.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Product">What is talked about, in the words of consents and contracts.</param>
/// <param name="CallerId">The number shown; without one nothing is dialled.</param>
/// <param name="RingTimeout">How long it may ring before we withdraw the call.</param>
/// <param name="DetectMachines">Whether answering machines are detected before an agent is disturbed; takes one to five seconds from the person who answered.</param>
/// <param name="AttemptLimit">Most attempts for one prospect on this campaign, on top of what the law allows.</param>
/// <param name="WrapUpLimit">After this long in wrap-up the floor itself closes the call as not disposed.</param>
/// <param name="Lists">Whose prospects are called.</param>
/// <param name="Recycling">What happens after each outcome; an outcome that is not named closes the prospect.</param>
/// <param name="Recording">From the start or when an agent asks.</param>
/// <param name="RecordingPurpose">The stated purpose (quality, proof of contract); null forbids recording.</param>
/// <param name="Priority">An agent of several campaigns serves the greatest first.</param>
/// <param name="AutoAnswer">Whether an agent's telephone takes an offer by itself.</param>
/// <param name="ReturnWithin">How long a customer hears music for an agent whose telephone was lost in mid-call, before another takes over.</param>
/// <param name="MonitoringTold">Whether agents see that a supervisor listens.</param>
public sealed record CampaignSettings(
    CampaignId Id,
    int Version,
    string Name,
    ClientId Client,
    ProgrammeId Programme,
    DialMode Mode,
    TrunkId Trunk,
    string? CallerId,
    string Product,
    IReadOnlyList<ListId> Lists)
{
    public Duration RingTimeout { get; init; } = Duration.FromSeconds(30);
    public bool DetectMachines { get; init; }

    /// <summary>The share of answers taken for a machine that go to an agent for the truth, from 0 to 0.2.</summary>
    public double MachineSample { get; init; } = 0.02;

    /// <summary>Whether agents have a result that says that a machine answered, without which detection can't be measured.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool TellsMachines => Disposition.First(Dispositions, DispositionEffect.Machine, static (leaf, effect) => leaf.Effect == effect) is not null;
    public int AttemptLimit { get; init; } = 8;
    public Duration WrapUpLimit { get; init; } = Duration.FromMinutes(5);
    public Duration PreviewLimit { get; init; } = Duration.FromMinutes(3);
    public RecordingChoice Recording { get; init; }
    public string? RecordingPurpose { get; init; }
    public int Priority { get; init; }
    public bool AutoAnswer { get; init; } = true;
    public Duration ReturnWithin { get; init; } = Duration.FromSeconds(30);
    public bool MonitoringTold { get; init; } = true;

    /// <summary>Of the conversations of a campaign that records from the start, the share that is recorded: more than nothing, 1 for all of them, which only a text can ask for.</summary>
    public double RecordingSample { get; init; } = 1;

    /// <summary>In power mode: calls in flight for each agent who is free.</summary>
    public double PowerRatio { get; init; } = 1.5;

    /// <summary>The share of people who answered that may find no agent in a day; three hundredths at most.</summary>
    public double AbandonmentLimit { get; init; } = 0.01;

    /// <summary>The sound at the switch that tells whoever found no agent who called and how to object.</summary>
    public string? Notice { get; init; }

    /// <summary>Asks the rule book also about those whom the hour alone keeps from being called, so that a practice shows their refusals; otherwise they wait unasked.</summary>
    public bool AsksAtAnyHour { get; init; }

    /// <summary>Why people are called; service and press have rules of their own.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>Whether the script of a service campaign makes an offer, which makes it prospecting.</summary>
    public bool HasOffer { get; init; }

    /// <summary>The trade, where the law has a rule for it: energy_renovation, housing_adaptation, cpf, insurance, financial.</summary>
    public string Sector { get; init; } = Question.Generic;
    public IReadOnlyList<Disposition> Dispositions { get; init; } = StandardDispositions.Tree;
    public IReadOnlyDictionary<Outcome, RecyclingRule> Recycling { get; init; } = RecyclingRule.Standard;

    /// <summary>How the lists share the calls; a list that is not named is of the first tier, with the weight one, in the order of its file.</summary>
    public IReadOnlyList<ListShare> Mix { get; init; } = [];

    /// <summary>At most so many successes in each segment; whoever is in a full one is not called.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>How appointments are made for the client's consultants; null for a campaign that makes none.</summary>
    public AppointmentRules? Appointments { get; init; }

    /// <summary>What an agent must be able to do to serve this campaign, and how well at least, from 1 to 5.</summary>
    public IReadOnlyDictionary<string, int> Competences { get; init; } = new Dictionary<string, int>();

    /// <summary>What is said; null while nobody wrote it. It changes with the settings' version, so that a call's script can be found again.</summary>
    public Script? Script { get; init; }

    /// <summary>Whether this conversation is recorded from its start: the sample falls by the attempt's id, so that a restart and a replay choose the same.</summary>
    public bool RecordsFromStart(AttemptId attempt) => Recording == RecordingChoice.FromStart && !string.IsNullOrWhiteSpace(RecordingPurpose) && Lot.Of(attempt.Value) < RecordingSample;

    /// <summary>The plan as the rule book is asked about it. Insurance has a text that orders recordings (Code des assurances L112-2-2); a contract is proven by an extract that begins when it is discussed.</summary>
    public RecordingPlan PlanOfRecording() =>
        new(RecordingSample >= 1 || RecordingRetention.ProvesContract(RecordingPurpose) ? RecordingSampled.AllCalls : "sample", Sector == "insurance");

    /// <summary>Why nothing may be recorded from the start, as a code of the lexicon; null while it may be, and where nothing is. Over a line that reaches nobody all may be: whoever answers there is invented.</summary>
    public string? RecordingFault(TrunkLimits? trunk) => Recording != RecordingChoice.FromStart ? null
        : string.IsNullOrWhiteSpace(RecordingPurpose) ? "recording-purpose-missing"
        : trunk is { ReachesNobody: true } ? null
        : RecordingSampled.IsSystematic(PlanOfRecording()) ? RecordingSampled.Systematic
        : Script is { TellsOfRecording: true } ? null : RecordingTold.Untold;

    public ListShare ShareOf(ListId list) => Mix.FirstOrDefault(share => share.List == list) ?? new ListShare(list);

    /// <summary>The leaf of that code; null when the tree has none.</summary>
    public Disposition? DispositionOf(string code) => Disposition.First(Dispositions, code, static (leaf, code) => leaf.Code == code);

    /// <summary>What must be mended before this campaign can start, each with its place and remedy.</summary>
    /// <param name="client">The client as the centre has it; null when unknown.</param>
    public IEnumerable<Flaw> Flaws(Client? client, TrunkLimits? trunk)
    {
        var place = $"campaign {Id}";
        if (client is null) yield return new(place, "client-unknown", $"enter client {Client} first");
        if (string.IsNullOrWhiteSpace(CallerId)) yield return new(place, "caller-id-missing", "give the campaign one of the client's caller IDs");
        else if (client is not null && client.CallerId(CallerId) is null) yield return new(place, "caller-id-not-the-clients", $"{CallerId} is not among the numbers of client {Client}: enter its mandate or choose another");
        if (trunk is null) yield return new(place, "trunk-unknown", $"name trunk {Trunk} in the settings, with host, port and limits");
        else if (!string.IsNullOrWhiteSpace(CallerId) && !trunk.Shows(CallerId)) yield return new(place, "caller-id-not-the-trunks", $"trunk {Trunk} does not show {CallerId}: have the carrier allow it and add it to the trunk's callerIds, or choose another trunk");
        if (Lists.Count == 0 && Mode != DialMode.Manual) yield return new(place, "lists-missing", "give the campaign at least one list");
        if (Mode is DialMode.Power or DialMode.Predictive && string.IsNullOrWhiteSpace(Notice)) yield return new(place, "notice-missing", "name the sound that tells whoever finds no agent who called and how to object: no call may be silent");
        if (AbandonmentLimit is not (> 0 and <= 0.03)) yield return new(place, "abandonment-limit", "let three in a hundred be abandoned at most, and more than none");
        if (PowerRatio is not (>= 1 and <= 4)) yield return new(place, "power-ratio", "give from one to four calls for each free agent");
        if (string.IsNullOrWhiteSpace(Product)) yield return new(place, "product-missing", "say what is offered, in the words of the consents");
        if (!Question.Sectors.Contains(Sector)) yield return new(place, "sector-unknown", $"name the trade as one of {string.Join(", ", Question.Sectors)}: another word would let a prohibited one pass");
        if (AttemptLimit < 1) yield return new(place, "attempt-limit", "allow at least one attempt");
        if (ReturnWithin < Duration.Zero || ReturnWithin > Duration.FromMinutes(5)) yield return new(place, "return-within", "let a customer wait five minutes at most for a telephone that was lost");
        if (RingTimeout < Duration.FromSeconds(1)) yield return new(place, "ring-timeout", "let it ring a second at least");
        if (Recording == RecordingChoice.FromStart && string.IsNullOrWhiteSpace(RecordingPurpose)) yield return new(place, "recording-purpose-missing", "state the purpose of the recording, or record on request");
        if (RecordingSample is not (> 0 and <= 1)) yield return new(place, "recording-sample", "record some of the conversations, or all: a share from above 0 to 1");
        foreach (var share in Mix)
            if (share.Fault is { } fault) yield return new(place, fault, $"give list {share.List} a tier from 1 to {ListShare.LastTier} and a weight from 1 to {ListShare.MostWeight}");
            else if (!Lists.Contains(share.List)) yield return new(place, "list-not-called", $"list {share.List} has a share and is not among the campaign's lists: add it or take its share out");
        foreach (var twice in Mix.GroupBy(share => share.List).Where(same => same.Count() > 1))
            yield return new(place, "list-twice", $"list {twice.Key} has {twice.Count()} shares: give each list one");
        foreach (var quota in Quotas)
            if (quota.Fault is { } fault) yield return new(place, fault, $"quota on {quota.Column}: name a column and, if it is for one value, the value, in {Quota.LongestText} letters at most, with a limit from 0 to {Quota.MostSuccesses}");
        if (Quotas.Count > Quota.MostOfCampaign) yield return new(place, "quotas-too-many", $"a campaign has {Quota.MostOfCampaign} quotas at most");
        foreach (var twice in Quotas.GroupBy(quota => (quota.Column, quota.Value?.Trim().ToUpperInvariant())).Where(same => same.Count() > 1))
            yield return new(place, "quota-twice", $"the quota on {twice.Key.Column} stands {twice.Count()} times: keep one");
        foreach (var twice in Dispositions.SelectMany(node => node.Leaves()).GroupBy(leaf => leaf.Code).Where(same => same.Count() > 1))
            yield return new(place, "disposition-twice", $"code {twice.Key} stands {twice.Count()} times in the tree: codes are unique");
        foreach (var leaf in Dispositions.SelectMany(node => node.Leaves()).Where(leaf => leaf.Effect is null))
            yield return new(place, "disposition-without-effect", $"give disposition {leaf.Code} its effect");
        if (DispositionOf(StandardDispositions.Undisposed) is null)
            yield return new(place, "disposition-undisposed-missing", $"keep a leaf with code {StandardDispositions.Undisposed}: the floor gives it when wrap-up runs out");
        foreach (var flaw in Appointments?.Flaws(place) ?? []) yield return flaw;
        var books = Dispositions.SelectMany(node => node.Leaves()).Any(leaf => leaf.Effect == DispositionEffect.Appointment);
        if (books && Appointments is null) yield return new(place, "appointment-rules-missing", "say how long appointments are and how they are given, or take out the result that makes one");
        if (!books && Appointments is not null) yield return new(place, "appointment-result-missing", "give the tree a result whose effect is an appointment");
        foreach (var flaw in Script?.Flaws(place) ?? []) yield return flaw;
    }
}

/// <summary>Where a campaign stands.</summary>
public enum CampaignState { Stopped, Running, Paused }
