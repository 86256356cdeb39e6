using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors.Board;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Floors;

/// <summary>Why a campaign calls now, or why it does not, in one sentence: the same on its card of the board and on its page.</summary>
internal static class PaceReason
{
    private static readonly Word Lags = new("Le commutateur est en retard : rien n’est appelé d’avance. Tout reprend de soi-même quand ses nouvelles arrivent à temps.", "The switch is late: nothing is dialled ahead. It goes on by itself when its news come in time.", "المحوّل متأخر: لا اتصال مسبق. يستأنف تلقائيا حين تصل أخباره في وقتها.");
    private static readonly Word Closed = new("Le donneur d’ordre ne fait pas appeler aujourd’hui : rien n’est appelé.", "The client is closed today: nothing is dialled.", "الجهة المتعاقدة مغلقة اليوم: لا اتصال.");
    internal static readonly Word Unheard = new("Le commutateur n’a pas pu jouer l’avis : une personne sans conseiller n’a rien entendu. Rien n’est plus appelé d’avance. Mettez le son sur le commutateur ou nommez-en un autre à l’étape Offre, puis mettez en pause et reprenez.", "The switch could not play the notice: somebody without an agent heard nothing. Nothing is dialled ahead any more. Put the sound on the switch or name another at the step Offer, then pause and resume.", "لم تستطع البدالة تشغيل الإشعار: شخص دون مستشار لم يسمع شيئا. لا اتصال مسبق بعد الآن. ضع الصوت في البدالة أو سمّ غيره في خطوة العرض، ثم أوقف مؤقتا واستأنف.");
    private static readonly Word Ahead = new("Appels d’avance (libres : {0}, lignes en cours : {1}). Pas un de plus : {2}.", "Calls ahead of agents (free: {0}, lines under way: {1}). Not one more: {2}.", "اتصال مسبق (متاحون: {0}، خطوط جارية: {1}). دون زيادة: {2}.");
    private static readonly Word Ratio = new("Appels d’avance, jusqu’à {2} par conseiller libre (libres : {0}, lignes en cours : {1}).", "Calls ahead of agents, up to {2} for each who is free (free: {0}, lines under way: {1}).", "اتصال مسبق، حتى {2} لكل مستشار متاح (متاحون: {0}، خطوط جارية: {1}).");

    /// <param name="settings">As the campaign was set; null where it is not known.</param>
    public static string Of(CampaignView campaign, FloorView view, CampaignSettings? settings) => campaign switch
    {
        { State: CampaignState.Paused } => BoardWords.Paused,
        { State: not CampaignState.Running } => BoardWords.Stopped,
        { Stop: { } code } => OfStop(code),
        _ when !view.Desks.Any(desk => desk.State != AgentState.LoggedOut && desk.Campaigns.Contains(campaign.Campaign)) => BoardWords.PaceNobody,
        { InHopper: 0, Closed: [var first, ..] } when campaign.NextDue is not { } sooner || sooner >= first.Opens => PlaceWords.Next(first, CentreTime.Zone, view.Now),
        { InHopper: 0, NextDue: { } due } => BoardWords.PaceUntil.With(Shown.Time(due.InZone(CentreTime.Zone).TimeOfDay)),
        { InHopper: 0, Exhausted: true } => BoardWords.PaceExhausted,
        _ when settings?.Mode is DialMode.Preview or DialMode.Manual => BoardWords.PacePreview.With(campaign.FreeAgents, campaign.Live),
        _ when settings?.Mode == DialMode.Power => Ratio.With(campaign.FreeAgents, campaign.Live, Shown.Number((decimal)settings.PowerRatio, 1)),
        { Paced: { } last } when settings?.Mode == DialMode.Predictive => Ahead.With(campaign.FreeAgents, campaign.Live, Lexicon.Say(last.Why)),
        _ => BoardWords.PaceOneEach.With(campaign.FreeAgents, campaign.Live),
    };

    /// <summary>Why nobody at all is called.</summary>
    /// <param name="code">As the floor says it.</param>
    public static string OfStop(string code) => code switch
    {
        "switch-not-there" => BoardWords.SwitchGoneWhy,
        "switch-lags" => Lags,
        "client-closed" => Closed,
        "nobody-there" => BoardWords.PaceNobody,
        "notice-unheard" => Unheard,
        _ => LawWords.Why(code),
    };
}
