using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;

namespace Plateau.Server.Api;

/// <summary>A campaign as it is entered: what an answer gives can be changed and sent back as it is. What is left out has the house's standard.</summary>
/// <param name="Version">The version that was read; another one now means that somebody else changed it meanwhile. Left out: whatever it is.</param>
/// <param name="Product">What is talked about, in the words of consents and contracts.</param>
internal sealed record CampaignWish(
    string Name, ClientId Client, ProgrammeId Programme, DialMode Mode, TrunkId Trunk, string? CallerId, string Product, IReadOnlyList<ListId> Lists)
{
    public CampaignId? Id { get; init; }
    public int? Version { get; init; }
    public Duration? RingTimeout { get; init; }
    public bool DetectMachines { get; init; }
    public int? AttemptLimit { get; init; }
    public Duration? WrapUpLimit { get; init; }
    public Duration? PreviewLimit { get; init; }
    public RecordingChoice Recording { get; init; }
    public string? RecordingPurpose { get; init; }
    public int Priority { get; init; }
    public IReadOnlyList<Disposition>? Dispositions { get; init; }
    public IReadOnlyDictionary<Outcome, RecyclingRule>? Recycling { get; init; }

    public CampaignSettings Settings(CampaignId id, int version)
    {
        var standard = new CampaignSettings(id, version, Name, Client, Programme, Mode, Trunk, CallerId, Product, Lists);
        return standard with
        {
            RingTimeout = RingTimeout ?? standard.RingTimeout, DetectMachines = DetectMachines, AttemptLimit = AttemptLimit ?? standard.AttemptLimit,
            WrapUpLimit = WrapUpLimit ?? standard.WrapUpLimit, PreviewLimit = PreviewLimit ?? standard.PreviewLimit,
            Recording = Recording, RecordingPurpose = RecordingPurpose, Priority = Priority,
            Dispositions = Dispositions ?? standard.Dispositions, Recycling = Recycling ?? standard.Recycling,
        };
    }

    /// <summary>What can be said without asking anybody.</summary>
    public IEnumerable<Flaw> Flaws(string campaign)
    {
        foreach (var flaw in Asked.FlawsOfId("campaign", campaign).Concat(Asked.FlawsOfText("name", Name))) yield return flaw;
        if (Id is { } said && said.Value != campaign) yield return new("id", "id-differs", "leave the id out, or give the one in the address");
        if (RingTimeout > Duration.FromMinutes(3)) yield return new("ringTimeout", "ring-timeout", "let it ring three minutes at most");
        if (WrapUpLimit <= Duration.Zero) yield return new("wrapUpLimit", "wrap-up-limit", "give some time for the wrap-up");
        if (PreviewLimit <= Duration.Zero) yield return new("previewLimit", "preview-limit", "give some time to look at the prospect");
        foreach (var (outcome, rule) in Recycling ?? new Dictionary<Outcome, RecyclingRule>())
            if (rule is null || rule.After < Duration.Zero || rule.AttemptLimit < 1) yield return new($"recycling.{outcome}", "recycling", "give a rest of zero or more, and one attempt at least");
    }
}
