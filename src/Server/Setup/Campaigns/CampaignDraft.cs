using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.People;
using Plateau.Server.Setup.Changes;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>A campaign under somebody's hands: what the form shows, not yet kept.</summary>
public sealed class CampaignDraft
{
    private CampaignDraft(CampaignSettings kept) => Kept = kept;

    /// <summary>The settings that the draft began with.</summary>
    public CampaignSettings Kept { get; }

    public string Name { get; set; } = "";
    public string Programme { get; set; } = "";
    public DialMode Mode { get; set; }
    public string Trunk { get; set; } = "";
    public string CallerId { get; set; } = "";
    public string Product { get; set; } = "";
    public HashSet<ListId> Lists { get; } = [];

    /// <summary>How each attached list shares the calls.</summary>
    public Dictionary<ListId, ShareDraft> Shares { get; } = [];
    public List<QuotaDraft> Quotas { get; } = [];
    public int RingSeconds { get; set; }
    public bool DetectMachines { get; set; }

    /// <summary>Of a hundred answers taken for machines: how many an agent hears.</summary>
    public double MachineSamplePercent { get; set; }
    public int AttemptLimit { get; set; }
    public int WrapUpSeconds { get; set; }
    public int PreviewSeconds { get; set; }
    public string Recording { get; set; } = Never;
    public string Purpose { get; set; } = "quality";
    public int Priority { get; set; }
    public double PowerRatio { get; set; }
    public double AbandonmentPercent { get; set; }
    public string Notice { get; set; } = "";
    public Core.Compliance.Purpose Aim { get; set; }
    public bool HasOffer { get; set; }
    public string Sector { get; set; } = Core.Compliance.Question.Generic;
    public bool AutoAnswer { get; set; }
    public bool MonitoringTold { get; set; }
    public int ReturnSeconds { get; set; }
    public List<DispositionDraft> Dispositions { get; } = [];
    public List<RecyclingDraft> Recycling { get; } = [];
    public List<StepDraft> Script { get; } = [];

    /// <summary>How appointments are made; null while the campaign makes none.</summary>
    public AppointmentRulesDraft? Appointments { get; set; }

    /// <summary>What agents must be able to do, one a line with the lowest level.</summary>
    public string Competences { get; set; } = "";

    /// <summary>The share of the conversations that is recorded from the start, in hundredths.</summary>
    public double RecordingPercent { get; set; } = 100;

    public const string Never = "never", OnRequest = "on-request", FromStart = "from-start";

    public static CampaignDraft Of(CampaignSettings kept)
    {
        var draft = new CampaignDraft(kept)
        {
            Name = kept.Name, Programme = kept.Programme.Value, Mode = kept.Mode, Trunk = kept.Trunk.Value, CallerId = kept.CallerId ?? "", Product = kept.Product,
            RingSeconds = Whole(kept.RingTimeout), DetectMachines = kept.DetectMachines, MachineSamplePercent = Math.Round(100 * kept.MachineSample, 2), AttemptLimit = kept.AttemptLimit, WrapUpSeconds = Whole(kept.WrapUpLimit),
            PreviewSeconds = Whole(kept.PreviewLimit), Priority = kept.Priority, PowerRatio = kept.PowerRatio, AbandonmentPercent = Math.Round(100 * kept.AbandonmentLimit, 2), Notice = kept.Notice ?? "",
            Aim = kept.Purpose, HasOffer = kept.HasOffer, Sector = kept.Sector, AutoAnswer = kept.AutoAnswer, MonitoringTold = kept.MonitoringTold, ReturnSeconds = Whole(kept.ReturnWithin),
            Recording = string.IsNullOrWhiteSpace(kept.RecordingPurpose) ? Never : kept.Recording == RecordingChoice.FromStart ? FromStart : OnRequest,
            RecordingPercent = Math.Round(100 * kept.RecordingSample, 2),
            Purpose = string.IsNullOrWhiteSpace(kept.RecordingPurpose) ? "quality" : kept.RecordingPurpose,
        };
        draft.Lists.UnionWith(kept.Lists);
        foreach (var share in kept.Mix) draft.Shares[share.List] = ShareDraft.Of(share);
        draft.Quotas.AddRange(kept.Quotas.Select(QuotaDraft.Of));
        draft.Competences = CompetenceLines.Write(kept.Competences);
        draft.Dispositions.AddRange(kept.Dispositions.Select(DispositionDraft.Of));
        draft.Recycling.AddRange(Enum.GetValues<Outcome>().Where(outcome => outcome is not (Outcome.Unallocated or Outcome.Undialable))
            .Select(outcome => RecyclingDraft.Of(outcome, kept.Recycling.GetValueOrDefault(outcome))));
        draft.Appointments = kept.Appointments is { } rules ? AppointmentRulesDraft.Of(rules) : null;
        draft.Script.AddRange((kept.Script?.Steps ?? []).Select(StepDraft.Of));
        return draft;
    }

    /// <summary>The draft as a change to be kept, on the version that it began with.</summary>
    /// <remarks>What the form does not show stays as it was.</remarks>
    internal CampaignWish Wish() => CampaignWish.Of(Kept) with
    {
        Name = Name.Trim(), Programme = new ProgrammeId(Programme), Mode = Mode, Trunk = new TrunkId(Trunk), CallerId = CallerId.Length == 0 ? null : CallerId, Product = Product.Trim(),
        Lists = [.. Kept.Lists.Where(Lists.Contains), .. Lists.Except(Kept.Lists).OrderBy(list => list.Value, StringComparer.Ordinal)],
        Mix = [.. Shares.Where(share => Lists.Contains(share.Key) && !share.Value.IsStandard).OrderBy(share => share.Key.Value, StringComparer.Ordinal).Select(share => share.Value.Share(share.Key))],
        Quotas = [.. Quotas.Where(quota => quota.Column.Length > 0).Select(quota => quota.Quota())],
        Purpose = Aim, HasOffer = Aim == Core.Compliance.Purpose.Service && HasOffer, Sector = Sector,
        AutoAnswer = AutoAnswer, MonitoringTold = MonitoringTold, ReturnWithin = Duration.FromSeconds(ReturnSeconds), RingTimeout = Duration.FromSeconds(RingSeconds), DetectMachines = DetectMachines, MachineSample = MachineSamplePercent / 100, AttemptLimit = AttemptLimit, WrapUpLimit = Duration.FromSeconds(WrapUpSeconds),
        PreviewLimit = Duration.FromSeconds(PreviewSeconds), Priority = Priority, PowerRatio = PowerRatio, AbandonmentLimit = AbandonmentPercent / 100, Notice = Notice.Trim().Length == 0 ? null : Notice.Trim(),
        Recording = Recording == FromStart ? RecordingChoice.FromStart : RecordingChoice.OnRequest, RecordingPurpose = Recording == Never ? null : Purpose, RecordingSample = RecordingPercent / 100,
        Dispositions = [.. Dispositions.Select(node => node.Disposition())],
        Recycling = Recycling.Where(rule => rule.Again).ToDictionary(rule => rule.Outcome, rule => new RecyclingRule(Duration.FromMinutes(rule.Minutes), rule.AttemptLimit) { OtherDayPart = rule.OtherDayPart }),
        Competences = CompetenceLines.Read(Competences).Where(line => line.Level is not null).DistinctBy(line => line.What).ToDictionary(line => line.What, line => line.Level!.Value),
        Appointments = Appointments?.Rules(),
        Script = Script.Count == 0 ? null : new Script([.. Script.Select(step => step.Step())]),
    };

    /// <summary>The opening that the law asks for: who calls, for whom, and that one may object.</summary>
    public void BeginScript()
    {
        var opening = new StepDraft { Id = "s1", Title = "Ouverture", Text = "Bonjour {firstname} {name}, {agent} à l’appareil. Je vous appelle pour {client}, pour vous proposer : {product}. Cet appel commercial peut être enregistré, ce que vous pouvez refuser, et vous pouvez à tout moment me demander de ne plus vous appeler. Avez-vous deux minutes ?" };
        var offer = new StepDraft { Id = "s2", Title = "Proposition", Text = "Merci. Voici ce que {client} vous propose." };
        var leave = new StepDraft { Id = "s3", Title = "Prise de congé", Text = "Je vous remercie, {firstname} {name}. Bonne journée." };
        opening.Answers.AddRange([new AnswerDraft { Says = "Oui", Then = "s2" }, new AnswerDraft { Says = "Non", Then = "s3" }]);
        offer.Answers.Add(new AnswerDraft { Says = "Intéressé ou non", Then = "s3" });
        opening.Tells.UnionWith([OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial, OpeningDuty.Recording]);
        Script.AddRange([opening, offer, leave]);
    }

    /// <summary>A list's share, the standard one when nothing was said of it yet.</summary>
    public ShareDraft ShareOf(ListId list) => Shares.TryGetValue(list, out var share) ? share : Shares[list] = new();

    private static int Whole(Duration duration) => (int)duration.TotalSeconds;
}

/// <summary>How a list shares the calls, under somebody's hands.</summary>
public sealed class ShareDraft
{
    public int Tier { get; set; } = 1;
    public int Weight { get; set; } = 1;
    public ListOrder Order { get; set; }
    public bool IsStandard => this is { Tier: 1, Weight: 1, Order: ListOrder.Place };

    public static ShareDraft Of(ListShare share) => new() { Tier = share.Tier, Weight = share.Weight, Order = share.Order };

    public ListShare Share(ListId list) => new(list, Tier, Weight, Order);
}

/// <summary>A quota, under somebody's hands.</summary>
public sealed class QuotaDraft
{
    public string Column { get; set; } = "";

    /// <summary>Empty for each value by itself.</summary>
    public string Value { get; set; } = "";
    public int Limit { get; set; } = 50;

    public static QuotaDraft Of(Quota quota) => new() { Column = quota.Column, Value = quota.Value ?? "", Limit = quota.Limit };

    public Quota Quota() => new(Column, Value.Length == 0 ? null : Value, Limit);
}

/// <summary>What follows an outcome, under somebody's hands.</summary>
public sealed class RecyclingDraft(Outcome outcome)
{
    public Outcome Outcome => outcome;
    public bool Again { get; set; }
    public int Minutes { get; set; } = 60;
    public int AttemptLimit { get; set; } = 3;

    /// <summary>Whether the next attempt falls into another part of the person's day.</summary>
    public bool OtherDayPart { get; set; }

    public static RecyclingDraft Of(Outcome outcome, RecyclingRule? rule) => rule is null
        ? new(outcome)
        : new(outcome) { Again = true, Minutes = (int)rule.After.TotalMinutes, AttemptLimit = rule.AttemptLimit, OtherDayPart = rule.OtherDayPart };
}

/// <summary>A node of the tree of results, under somebody's hands.</summary>
public sealed class DispositionDraft
{
    public string Code { get; set; } = "";
    public string Fr { get; set; } = "";
    public string En { get; set; } = "";
    public string Ar { get; set; } = "";
    public DispositionEffect Effect { get; set; } = DispositionEffect.NotReached;
    public bool IsGroup { get; init; }

    /// <summary>A code once used stands in facts and reports: only a new node's can be chosen.</summary>
    public bool IsNew { get; init; }
    public List<DispositionDraft> Under { get; } = [];
    public bool IsFloors => Code == StandardDispositions.Undisposed;

    public static DispositionDraft Of(Disposition node)
    {
        var draft = new DispositionDraft
        {
            Code = node.Code, Fr = node.Label.GetValueOrDefault("fr", ""), En = node.Label.GetValueOrDefault("en", ""), Ar = node.Label.GetValueOrDefault("ar", ""),
            Effect = node.Effect ?? DispositionEffect.NotReached, IsGroup = node.Under is { Count: > 0 },
        };
        draft.Under.AddRange((node.Under ?? []).Select(Of));
        return draft;
    }

    /// <summary>A group whose last leaf was taken out is no leaf: it stays a branch without an effect, which the gate names.</summary>
    public Disposition Disposition() => new(Code.Trim(), Labels(), IsGroup ? null : Effect, IsGroup ? [.. Under.Select(node => node.Disposition())] : null);

    private Dictionary<string, string> Labels()
    {
        // A language left out reads as the first that is there.
        var first = new[] { Fr, En, Ar, Code }.First(text => text.Trim().Length > 0 || ReferenceEquals(text, Code)).Trim();
        return new() { ["fr"] = Or(Fr, first), ["en"] = Or(En, first), ["ar"] = Or(Ar, first) };
    }

    private static string Or(string text, string otherwise) => text.Trim() is { Length: > 0 } given ? given : otherwise;
}

/// <summary>A step of the script, under somebody's hands.</summary>
public sealed class StepDraft
{
    public string Id { get; init; } = "";
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
    public List<AnswerDraft> Answers { get; } = [];
    public HashSet<OpeningDuty> Tells { get; } = [];

    public static StepDraft Of(ScriptStep step)
    {
        var draft = new StepDraft { Id = step.Id, Title = step.Title, Text = step.Text };
        draft.Tells.UnionWith(step.Tells);
        draft.Answers.AddRange((step.Answers ?? []).Select(answer => new AnswerDraft { Says = answer.Says, Then = answer.Then }));
        return draft;
    }

    public ScriptStep Step() => new(Id, Title.Trim(), Text, Answers.Count == 0 ? null : [.. Answers.Select(answer => new ScriptAnswer(answer.Says.Trim(), answer.Then))]) { Tells = [.. Tells.Order()] };
}

/// <summary>An answer of the customer, under somebody's hands.</summary>
public sealed class AnswerDraft
{
    public string Says { get; set; } = "";
    public string Then { get; set; } = "";
}
