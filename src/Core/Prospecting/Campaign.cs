using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>How calls come about: by the agent's hand, after the agent's look, or one for each agent who is ready.</summary>
public enum DialMode { Manual, Preview, Progressive }

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
    public int AttemptLimit { get; init; } = 8;
    public Duration WrapUpLimit { get; init; } = Duration.FromMinutes(5);
    public Duration PreviewLimit { get; init; } = Duration.FromMinutes(3);
    public RecordingChoice Recording { get; init; }
    public string? RecordingPurpose { get; init; }
    public int Priority { get; init; }
    public IReadOnlyList<Disposition> Dispositions { get; init; } = StandardDispositions.Tree;
    public IReadOnlyDictionary<Outcome, RecyclingRule> Recycling { get; init; } = RecyclingRule.Standard;

    /// <summary>The leaf of that code; null when the tree has none.</summary>
    public Disposition? DispositionOf(string code) =>
        Dispositions.SelectMany(node => node.Leaves()).FirstOrDefault(leaf => leaf.Code == code);

    /// <summary>What must be mended before this campaign can start, each with its place and remedy.</summary>
    /// <param name="client">The client as the centre has it; null when unknown.</param>
    public IEnumerable<Flaw> Flaws(Client? client, bool trunkKnown)
    {
        var place = $"campaign {Id}";
        if (client is null) yield return new(place, "client-unknown", $"enter client {Client} first");
        if (string.IsNullOrWhiteSpace(CallerId)) yield return new(place, "caller-id-missing", "give the campaign one of the client's caller IDs");
        else if (client is not null && client.CallerId(CallerId) is null) yield return new(place, "caller-id-not-the-clients", $"{CallerId} is not among the numbers of client {Client}: enter its mandate or choose another");
        if (!trunkKnown) yield return new(place, "trunk-unknown", $"name trunk {Trunk} in the settings, with host, port and limits");
        if (Lists.Count == 0 && Mode != DialMode.Manual) yield return new(place, "lists-missing", "give the campaign at least one list");
        if (string.IsNullOrWhiteSpace(Product)) yield return new(place, "product-missing", "say what is offered, in the words of the consents");
        if (AttemptLimit < 1) yield return new(place, "attempt-limit", "allow at least one attempt");
        if (RingTimeout < Duration.FromSeconds(1)) yield return new(place, "ring-timeout", "let it ring a second at least");
        if (Recording == RecordingChoice.FromStart && string.IsNullOrWhiteSpace(RecordingPurpose)) yield return new(place, "recording-purpose-missing", "state the purpose of the recording, or record on request");
        foreach (var twice in Dispositions.SelectMany(node => node.Leaves()).GroupBy(leaf => leaf.Code).Where(same => same.Count() > 1))
            yield return new(place, "disposition-twice", $"code {twice.Key} stands {twice.Count()} times in the tree: codes are unique");
        foreach (var leaf in Dispositions.SelectMany(node => node.Leaves()).Where(leaf => leaf.Effect is null))
            yield return new(place, "disposition-without-effect", $"give disposition {leaf.Code} its effect");
        if (DispositionOf(StandardDispositions.Undisposed) is null)
            yield return new(place, "disposition-undisposed-missing", $"keep a leaf with code {StandardDispositions.Undisposed}: the floor gives it when wrap-up runs out");
    }
}

/// <summary>Where a campaign stands.</summary>
public enum CampaignState { Stopped, Running, Paused }
