using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance.Watch;

/// <summary>The words of what a compliance desk has before it each morning.</summary>
public static class WatchWords
{
    public static readonly Word Refused = new("Refusés aujourd’hui", "Refused today", "المرفوض اليوم");
    public static readonly Word RefusedNone = new("Aucun appel refusé aujourd’hui dans les campagnes que vous voyez.", "No call refused today in the campaigns that you see.", "لا مكالمة مرفوضة اليوم في الحملات التي تراها.");
    public static readonly Word RefusedSoon = new("Les refus du jour se montrent dès que le journal est lu.", "Today’s refusals show as soon as the journal has been read.", "تظهر مرفوضات اليوم فور الانتهاء من قراءة السجل.");
    public static readonly Word Campaigns = new("Campagnes", "Campaigns", "الحملات");
    public static readonly Word Count = new("Nombre", "Count", "العدد");
    public static readonly Word Title = new("À surveiller", "To watch", "للمتابعة");
    public static readonly Word Ahead = new("sous 30 jours", "within 30 days", "خلال 30 يوما");
    public static readonly Word Nothing = new("Mandats, contrats et habilitations tiennent encore au moins 30 jours, et aucune règle n’est écartée.", "Mandates, contracts and certifications hold for at least another 30 days, and no rule is set aside.", "التفويضات والعقود والتأهيلات سارية 30 يوما على الأقل، ولا قاعدة مستبعدة.");
    public static readonly Word What = new("Quoi", "What", "ماذا");
    public static readonly Word Until = new("Jusqu’au", "Until", "إلى غاية");
    public static readonly Word Mandate = new("Mandat du numéro {0}", "Mandate of the number {0}", "تفويض الرقم {0}");
    public static readonly Word Feast = new("{0} : jour à confirmer", "{0}: day to be confirmed", "{0}: اليوم في انتظار التأكيد");
    public static readonly Word SetAside = new("{0} : écartée", "{0}: set aside", "{0}: مستبعدة");
    public static readonly Word Ended = new("échu le {0}", "ended on {0}", "انتهى في {0}");
    public static readonly Word Missing = new("manque", "missing", "ناقص");

    private static readonly Word Certification = new("Habilitation {0}", "Certification {0}", "تأهيل {0}");

    /// <summary>The page on which it is seen to.</summary>
    internal static string AddressOf(Watched watched) => watched.Kind switch
    {
        WatchedKind.Certification => $"/people/{watched.Person}",
        WatchedKind.Feast => "/compliance/holidays",
        WatchedKind.Paper or WatchedKind.MissingPapers => $"/clients/{watched.Client!.Id}#papers",
        _ => $"/clients/{watched.Client!.Id}",
    };

    internal static string Of(Watched watched) => watched.Kind switch
    {
        WatchedKind.Mandate => Mandate.With(Shown.Telephone(watched.What)),
        WatchedKind.Paper or WatchedKind.MissingPapers => string.Join(Languages.Current == Language.Ar ? "، " : ", ", watched.What.Split(',').Select(kind => Setup.Clients.ClientWords.Of(Enum.Parse<PaperKind>(kind)).ToString())),
        WatchedKind.Certification => Certification.With(watched.What),
        WatchedKind.Feast => Lexicon.Capital(Feast.With(Lexicon.Say(watched.What))),
        _ => SetAside.With(Reports.ReportNames.Rule(watched.What)),
    };
}
