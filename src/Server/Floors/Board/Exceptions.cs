using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Floors.Board;

/// <summary>How much something presses.</summary>
public enum Pressing { Urgent, ToSee, ToKnow }

/// <summary>Something a supervisor should look at, with its sentence and whom or what it is about.</summary>
/// <param name="Key">The same while it is the same thing, so that it keeps its place.</param>
/// <param name="Figure">Since when, or how much.</param>
public sealed record BoardException(string Key, Pressing Pressing, string Icon, string Subject, string Figure, string Sentence, AgentId? Agent = null, CampaignId? Campaign = null);

/// <summary>What should never go on for long on a floor, told from how it stands now: the most pressing first, the longest first among equals.</summary>
internal static class Exceptions
{
    /// <summary>Each limit by its name; beyond it a supervisor hears of the agent.</summary>
    public static readonly Duration WrapUpLimit = Duration.FromMinutes(2), HoldLimit = Duration.FromSeconds(90), BreakLimit = Duration.FromMinutes(20), AwayLimit = Duration.FromMinutes(60), WaitLimit = Duration.FromSeconds(5);

    /// <summary>The share of people answered who may find no agent in a day, as the campaign was set; where it is not known, the standard.</summary>
    public static decimal CapOf(CampaignId campaign, Names names) => (decimal)(names.Campaigns.GetValueOrDefault(campaign)?.AbandonmentLimit ?? Standard.AbandonmentLimit);

    private static readonly CampaignSettings Standard = new(new(""), 0, "", new(""), new(""), default, new(""), null, "", []);

    /// <summary>Below this many answered, one abandonment means nothing yet.</summary>
    public const int LeastAnswered = 100;

    public static IReadOnlyList<BoardException> Of(FloorView view, Instant? blindSince, Names names, Func<CampaignId, Figures?> today) =>
    [
        .. OfHouse(view, blindSince)
            .Concat(view.Desks.SelectMany(desk => OfDesk(desk, view.Now, names)))
            .Concat(view.Campaigns.SelectMany(campaign => OfCampaign(campaign, view, names, today)))
            .OrderBy(each => each.Pressing).ThenBy(each => each.Key, StringComparer.Ordinal),
    ];

    /// <summary>Whether this desk's time in state is beyond its limit: its tile says so too.</summary>
    public static bool IsLong(DeskView desk, Instant now) => desk.State switch
    {
        AgentState.WrapUp => now - desk.Since > WrapUpLimit,
        AgentState.Engaged => desk.Conversation is { Held: true } && now - desk.Since > HoldLimit,
        AgentState.Away => now - desk.Since > LimitOf(desk.Reason),
        _ => false,
    };

    private static IEnumerable<BoardException> OfHouse(FloorView view, Instant? blindSince)
    {
        if (blindSince is { } since)
            yield return new("house-journal", Pressing.Urgent, "warn", BoardWords.FloorGone, Shown.TimeWithSeconds(since.InZone(CentreTime.Zone).TimeOfDay), BoardWords.FloorGoneWhy.With(Shown.TimeWithSeconds(since.InZone(CentreTime.Zone).TimeOfDay)));
        if (view.LawFault is { } fault) yield return new("house-law", Pressing.Urgent, "warn", LawWords.Gone, "", LawWords.Why(fault));
        if (!view.SwitchIsThere) yield return new("house-switch", Pressing.Urgent, "lost", BoardWords.SwitchGone, "", BoardWords.SwitchGoneWhy);
        else if (view.SwitchLags) yield return new("house-switch", Pressing.Urgent, "lost", BoardWords.SwitchGone, "", PaceReason.OfStop("switch-lags"));
    }

    private static IEnumerable<BoardException> OfDesk(DeskView desk, Instant now, Names names)
    {
        var (name, figure) = (names.Of(desk.Agent), Shown.Length(now - desk.Since));
        if (desk is { TelephoneIsLost: true, State: not AgentState.LoggedOut }) yield return About(Pressing.Urgent, "lost", BoardWords.TelephoneLost);
        else if (desk.Conversation is { ParkedAt: { } parked } && now - parked > WaitLimit) yield return About(Pressing.Urgent, "hold", BoardWords.Waiting.With(Shown.Length(now - parked)));
        else if (!IsLong(desk, now)) yield break;
        else if (desk.State == AgentState.WrapUp) yield return About(Pressing.ToSee, "wrapup", BoardWords.WrapUpLong.With(Shown.Length(WrapUpLimit)));
        else if (desk.State == AgentState.Engaged) yield return About(Pressing.ToSee, "hold", BoardWords.HoldLong.With(Shown.Length(HoldLimit)));
        else yield return About(Pressing.ToSee, "break", BoardWords.AwayLong.With(Lexicon.Begin(desk.Reason), Shown.Length(LimitOf(desk.Reason))));

        BoardException About(Pressing pressing, string icon, string sentence) => new($"agent-{desk.Agent}", pressing, icon, name, figure, sentence, desk.Agent);
    }

    private static IEnumerable<BoardException> OfCampaign(CampaignView campaign, FloorView view, Names names, Func<CampaignId, Figures?> today)
    {
        if (campaign.State != CampaignState.Running) yield break;
        var name = names.Of(campaign.Campaign);
        if (campaign.IsUnheard) yield return new($"campaign-{campaign.Campaign}-notice", Pressing.Urgent, "warn", name, "", PaceReason.Unheard, Campaign: campaign.Campaign);
        if (campaign.RecordingFault is { } fault) yield return new($"campaign-{campaign.Campaign}-recording", Pressing.ToSee, "record", name, "", Setup.Campaigns.GateWords.RecordingHeldBack.With(Setup.Campaigns.GateWords.OfRecording(fault)), Campaign: campaign.Campaign);
        var (abandoned, answered) = AbandonmentOf(today(campaign.Campaign), campaign.Detection);
        var cap = CapOf(campaign.Campaign, names);
        if (answered >= LeastAnswered && abandoned > 0.75m * cap * answered)
            yield return new($"campaign-{campaign.Campaign}-abandonment", abandoned > 0.9m * cap * answered ? Pressing.Urgent : Pressing.ToSee, "warn", name, Shown.Share((decimal)abandoned / answered, 2),
                (abandoned > cap * answered ? BoardWords.AbandonAbove : BoardWords.AbandonHigh).With(Shown.Share(cap, cap * 100 == decimal.Truncate(cap * 100) ? 0 : 1), abandoned, Shown.Number(answered)), Campaign: campaign.Campaign);
        if (campaign.CallbacksDue > 0 && campaign.FreeAgents == 0)
            yield return new($"campaign-{campaign.Campaign}-callbacks", Pressing.ToSee, "offered", name, Shown.Number(campaign.CallbacksDue), BoardWords.CallbacksLate.With(campaign.CallbacksDue), Campaign: campaign.Campaign);
        if (campaign is { Exhausted: true, InHopper: 0, NextDue: null })
            yield return new($"campaign-{campaign.Campaign}-list", Pressing.ToKnow, "list", name, "", BoardWords.ListDone, Campaign: campaign.Campaign);
        else if (!view.Desks.Any(desk => desk.State != AgentState.LoggedOut && desk.Campaigns.Contains(campaign.Campaign)))
            yield return new($"campaign-{campaign.Campaign}-nobody", Pressing.ToKnow, "people", name, "", BoardWords.NobodyServes, Campaign: campaign.Campaign);
    }

    /// <summary>People who answered and got no agent in time, and all people who answered: machines that were told apart are no people, save for those among them who are, as the sample tells.</summary>
    public static (int Abandoned, int Answered) AbandonmentOf(Figures? figures, Detection detection)
    {
        if (figures is null) return (0, 0);
        var machines = figures.Outcomes.GetValueOrDefault("machine");
        var misjudged = detection.Misjudged(machines);
        return (figures.Abandoned + misjudged, figures.Answered - machines + misjudged);
    }

    private static Duration LimitOf(string? reason) => reason is "break" ? BreakLimit : AwayLimit;
}
