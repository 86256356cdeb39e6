using Plateau.Server.Web.Words;

namespace Plateau.Server.Desks.Work;

/// <summary>What the plan of breaks says.</summary>
public static class BreakWords
{
    public static readonly Word Title = new("Pauses", "Breaks", "الاستراحات");
    public static readonly Word Add = new("Prévoir une pause", "Plan a break", "برمجة استراحة");
    public static readonly Word Plan = new("Prévoir", "Plan", "برمجة");
    public static readonly Word Day = new("Chaque jour travaillé", "Every working day", "كل يوم عمل");
    public static readonly Word Agent = new("Conseiller", "Agent", "المستشار");
    public static readonly Word From = new("À", "At", "على الساعة");
    public static readonly Word Minutes = new("Minutes", "Minutes", "الدقائق");
    public static readonly Word Reason = new("Motif", "Reason", "السبب");
    public static readonly Word None = new("Aucune pause prévue", "No break planned", "لا استراحة مبرمجة");
    public static readonly Word Kept = new("Pauses gardées.", "Breaks kept.", "حُفظت الاستراحات.");
    public static readonly Word Remove = new("Retirer {0} à {1}, {2}", "Remove {0} at {1}, {2}", "حذف {0} على {1}، {2}");
    public static readonly Word Unfit = new("Cette pause en rencontre une autre, dépasse minuit ou {0} minutes, ou la journée en a déjà {1}.", "This break meets another, passes midnight or {0} minutes, or the day has {1} already.", "تتداخل هذه الاستراحة مع أخرى، أو تتجاوز منتصف الليل أو {0} دقيقة، أو بلغ اليوم {1}.");
    public static readonly Word NoAgents = new("Aucun conseiller", "No agent yet", "لا مستشار بعد");
    public static readonly Word NoAgentsWhy = new("Les pauses se prévoient par conseiller.", "Breaks are planned for each agent.", "تُبرمج الاستراحات لكل مستشار.");
}
