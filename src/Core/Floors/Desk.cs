using System.Text.Json.Serialization;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>An agent as the floor sees them: what they do, since when, and which attempt is theirs.</summary>
[method: JsonConstructor]
public sealed class Desk(AgentId agent)
{
    public AgentId Agent { get; } = agent;
    [JsonInclude] public IReadOnlyList<CampaignId> Campaigns { get; internal set; } = [];
    [JsonInclude] public AgentState State { get; internal set; }
    [JsonInclude] public Instant Since { get; internal set; }

    /// <summary>Their place in the line: who has waited longest is served first.</summary>
    [JsonInclude] public Instant ReadySince { get; internal set; }
    [JsonInclude] public string? Reason { get; internal set; }

    /// <summary>The attempt that is dialled for them, offered to them, spoken in or written up, or in which a colleague asks them.</summary>
    [JsonInclude] public AttemptId? Attempt { get; internal set; }

    /// <summary>What they asked to become afterwards: Away or LoggedOut; null goes on to Ready.</summary>
    [JsonInclude] public AgentState? Wish { get; internal set; }
    [JsonInclude] public string? WishReason { get; internal set; }

    /// <summary>The prospect they look at in preview mode.</summary>
    [JsonInclude] public ProspectId? Preview { get; internal set; }
    [JsonInclude] public CampaignId? PreviewCampaign { get; internal set; }

    /// <summary>What the law was asked by when the prospect was shown; forgotten at a restart.</summary>
    [JsonIgnore] internal Compliance.Dossier? Looked { get; set; }

    /// <summary>Why a prospect was taken from before them, as a code of the lexicon, until they do something about another; null when none was.</summary>
    [JsonInclude] public string? TakenBack { get; internal set; }

    /// <summary>Their telephone can't be rung.</summary>
    [JsonInclude] public bool TelephoneIsLost { get; internal set; }

    /// <summary>The attempt that was last looked up for them.</summary>
    [JsonIgnore] internal Attempt? Seen { get; set; }

    /// <summary>Those of their campaigns that there are, in the order in which they serve them, as it was last found out; and from what.</summary>
    [JsonIgnore] internal Served? Serves { get; set; }

    /// <summary>Whether an attempt could be dialled for them now.</summary>
    [JsonIgnore] public bool IsFree => State == AgentState.Ready && Attempt is null && Preview is null && !TelephoneIsLost;
}

/// <summary>Campaigns of a desk that there are, in the order in which it serves them.</summary>
/// <param name="Ranked">All campaigns as they were ranked then.</param>
/// <param name="Campaigns">The desk's as they were then.</param>
internal sealed record Served(Room[] Ranked, IReadOnlyList<CampaignId> Campaigns, Room[] Rooms);
