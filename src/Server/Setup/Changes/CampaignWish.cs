using System.Text.Json;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;

namespace Plateau.Server.Setup.Changes;

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
    public double? MachineSample { get; init; }
    public int? AttemptLimit { get; init; }
    public Duration? WrapUpLimit { get; init; }
    public Duration? PreviewLimit { get; init; }
    public RecordingChoice Recording { get; init; }
    public string? RecordingPurpose { get; init; }
    public double? RecordingSample { get; init; }
    public int Priority { get; init; }
    public bool? AutoAnswer { get; init; }
    public Duration? ReturnWithin { get; init; }
    public bool? MonitoringTold { get; init; }
    public double? PowerRatio { get; init; }
    public double? AbandonmentLimit { get; init; }
    public string? Notice { get; init; }
    public Purpose Purpose { get; init; }
    public bool HasOffer { get; init; }
    public string? Sector { get; init; }
    public bool AsksAtAnyHour { get; init; }
    public IReadOnlyList<Disposition>? Dispositions { get; init; }
    public IReadOnlyDictionary<Outcome, RecyclingRule>? Recycling { get; init; }
    public Script? Script { get; init; }

    /// <summary>How the lists share the calls; a list that is not named is of the first tier, with the weight one, in the order of its file.</summary>
    public IReadOnlyList<ListShare>? Mix { get; init; }

    /// <summary>At most so many successes in each segment.</summary>
    public IReadOnlyList<Quota>? Quotas { get; init; }

    /// <summary>How appointments are made; left out for a campaign that makes none.</summary>
    public AppointmentRules? Appointments { get; init; }
    public IReadOnlyDictionary<string, int>? Competences { get; init; }

    private static readonly JsonSerializerOptions Json = Shaped();

    /// <summary>The wish that changes nothing: the settings sent back as an answer gives them, with whatever members they have.</summary>
    public static CampaignWish Of(CampaignSettings settings) => JsonSerializer.Deserialize<CampaignWish>(JsonSerializer.SerializeToUtf8Bytes(settings, Json), Json)!;

    /// <summary>The wish as it waits to be granted, and as it is read again.</summary>
    public string Written() => JsonSerializer.Serialize(this, Json);

    public static CampaignWish Read(string written) => JsonSerializer.Deserialize<CampaignWish>(written, Json)!;

    private static JsonSerializerOptions Shaped()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Shape(options);
        // A campaign that has no number yet says so, instead of leaving it out.
        options.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never;
        return options;
    }

    public CampaignSettings Settings(CampaignId id, int version)
    {
        var standard = new CampaignSettings(id, version, Name, Client, Programme, Mode, Trunk, CallerId, Product, Lists);
        return standard with
        {
            RingTimeout = RingTimeout ?? standard.RingTimeout, DetectMachines = DetectMachines, MachineSample = MachineSample ?? standard.MachineSample, AttemptLimit = AttemptLimit ?? standard.AttemptLimit,
            WrapUpLimit = WrapUpLimit ?? standard.WrapUpLimit, PreviewLimit = PreviewLimit ?? standard.PreviewLimit,
            Recording = Recording, RecordingPurpose = RecordingPurpose, RecordingSample = RecordingSample ?? standard.RecordingSample, Priority = Priority,
            AutoAnswer = AutoAnswer ?? standard.AutoAnswer, ReturnWithin = ReturnWithin ?? standard.ReturnWithin, MonitoringTold = MonitoringTold ?? standard.MonitoringTold,
            PowerRatio = PowerRatio ?? standard.PowerRatio, AbandonmentLimit = AbandonmentLimit ?? standard.AbandonmentLimit, Notice = Notice,
            Purpose = Purpose, HasOffer = HasOffer, AsksAtAnyHour = AsksAtAnyHour, Sector = Sector ?? standard.Sector,
            Dispositions = Dispositions ?? standard.Dispositions, Recycling = Recycling ?? standard.Recycling, Script = Script, Mix = Mix ?? [], Quotas = Quotas ?? [], Appointments = Appointments,
            Competences = Competences ?? standard.Competences,
        };
    }

    /// <summary>A longer one is a slip of the hand: the prospect would be closed without a word.</summary>
    private static readonly Duration LongestRest = Duration.FromDays(366);

    /// <summary>What can be said without asking anybody.</summary>
    public IEnumerable<Flaw> Flaws(string campaign)
    {
        foreach (var flaw in Asked.FlawsOfId("campaign", campaign).Concat(Asked.FlawsOfText("name", Name))) yield return flaw;
        if (Id is { } said && said.Value != campaign) yield return new("id", "id-differs", "leave the id out, or give the one in the address");
        if (RingTimeout > Duration.FromMinutes(3)) yield return new("ringTimeout", "ring-timeout", "let it ring three minutes at most");
        if (MachineSample is not (null or (>= 0 and <= 0.2))) yield return new("machineSample", "machine-sample", "let from 0 to 0.2 of the machines be heard by an agent");
        if (RecordingSample is not (null or (> 0 and <= 1))) yield return new("recordingSample", "recording-sample", "record a share of the conversations, from above 0 to 1");
        if (WrapUpLimit <= Duration.Zero) yield return new("wrapUpLimit", "wrap-up-limit", "give some time for the wrap-up");
        if (PreviewLimit <= Duration.Zero) yield return new("previewLimit", "preview-limit", "give some time to look at the prospect");
        foreach (var (competence, level) in Competences ?? new Dictionary<string, int>())
            if (competence.Trim().Length is 0 or > 60 || level is < 1 or > 5) yield return new($"competences.{competence}", "competence", "name what agents must be able to do, in 60 letters at most, with the lowest level from 1 to 5");
        foreach (var share in Mix ?? [])
            if (share.Fault is { } fault) yield return new($"mix.{share.List}", fault, $"give a tier from 1 to {ListShare.LastTier} and a weight from 1 to {ListShare.MostWeight}");
        foreach (var twice in (Mix ?? []).GroupBy(share => share.List).Where(same => same.Count() > 1)) yield return new($"mix.{twice.Key}", "list-twice", "give each list one share");
        foreach (var quota in Quotas ?? [])
            if (quota.Fault is { } fault) yield return new($"quotas.{quota.Column}", fault, $"name a column and, if it is for one value, the value, with a limit from 0 to {Quota.MostSuccesses}");
        foreach (var (outcome, rule) in Recycling ?? new Dictionary<Outcome, RecyclingRule>())
            if (rule is null || rule.After < Duration.Zero || rule.After > LongestRest || rule.AttemptLimit < 1) yield return new($"recycling.{outcome}", "recycling", "give a rest from zero to 366 days, and one attempt at least");
    }
}
