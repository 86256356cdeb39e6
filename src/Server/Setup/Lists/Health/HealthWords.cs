using Plateau.Core.Compliance;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Lists.Health;

/// <summary>The words of list health and of the check for stuck prospects.</summary>
public static class HealthWords
{
    public static readonly Word Title = new("Santé de la liste", "List health", "صحة اللائحة");
    public static readonly Word Reading = new("Lecture de la liste", "Reading the list", "قراءة اللائحة");
    public static readonly Word ForCampaign = new("Selon la campagne", "For the campaign", "حسب الحملة");
    public static readonly Word NoCampaign = new("Aucune campagne n’appelle cette liste", "No campaign calls this list", "لا حملة تتصل بهذه اللائحة");
    public static readonly Word NoCampaignWhy = new("Pourquoi ils attendent dépend de la campagne : son objet, son mode, ses quotas. Ajoutez la liste à une campagne.", "Why people wait depends on the campaign: its product, mode and quotas. Give the list to one.", "سبب الانتظار يتوقف على الحملة: عرضها وطريقتها وحصصها. أضف اللائحة إلى حملة.");
    public static readonly Word Stopped = new("La lecture a été arrêtée.", "The reading was stopped.", "أوقفت القراءة.");
    public static readonly Word Again = new("Lire à nouveau", "Read again", "قراءة من جديد");

    public static readonly Word Callable = new("Appelables maintenant", "Can be called now", "يمكن الاتصال بهم الآن");
    public static readonly Word Fresh = new("Jamais appelés", "Never called", "لم يُتصل بهم");
    public static readonly Word Penetration = new("Pénétration", "Penetration", "نسبة التغطية");
    public static readonly Word PenetrationFormula = new("prospects appelés au moins une fois sur tous ceux de la liste", "prospects called at least once over all of the list", "من اتُّصل بهم مرة واحدة على الأقل من مجموع اللائحة");
    public static readonly Word Contact = new("Taux de joints", "Contact rate", "معدل الوصول");
    public static readonly Word ContactFormula = new("prospects joints sur prospects appelés", "prospects reached over prospects called", "من تم الوصول إليهم من مجموع من اتُّصل بهم");
    public static readonly Word Conversion = new("Taux de transformation", "Conversion rate", "معدل التحويل");
    public static readonly Word ConversionFormula = new("succès sur prospects joints", "successes over prospects reached", "حالات النجاح من مجموع من تم الوصول إليهم");
    public static readonly Word Dead = new("Numéros morts", "Dead numbers", "أرقام ميتة");
    public static readonly Word DeadFormula = new("non attribués, incomposables ou faux numéros", "not in service, undialable or wrong numbers", "غير مستعملة أو غير قابلة للاتصال أو خاطئة");
    public static readonly Word Ending = new("Bases qui finissent sous 30 jours", "Grounds that end within 30 days", "أسس تنتهي خلال 30 يوما");
    public static readonly Word EndingFormula = new("consommateurs encore à appeler sans base légale dans trente jours", "consumers still to be called who will have no legal ground in thirty days", "مستهلكون سيبقون بلا أساس قانوني بعد ثلاثين يوما");
    public static readonly Word WithoutGround = new("Sans base légale", "Without a ground", "دون أساس قانوني");
    public static readonly Word FinishOn = new("Au rythme des sept derniers jours d’appel ({2} premiers appels par jour, du lundi au vendredi), les {1} jamais appelés le seront vers le {0}.", "At the pace of the last seven days of calling ({2} first calls a day, Monday to Friday), all {1} never called will have been called by about {0}.", "بوتيرة آخر سبعة أيام اتصال ({2} أول مكالمات في اليوم، من الاثنين إلى الجمعة) سيكون قد اتُّصل بمن لم يُتصل بهم ({1}) حوالي {0}.");

    public static readonly Word WhyTheyWait = new("Pourquoi ils attendent", "Why they wait", "لماذا ينتظرون");
    public static readonly Word Why = new("Raison", "Why", "السبب");
    public static readonly Word Next = new("Prochain appel possible", "Next call possible", "أقرب مكالمة ممكنة");
    public static readonly Word NobodyWaits = new("Personne n’est encore à appeler", "Nobody is still to be called", "لم يبق أحد للاتصال به");
    public static readonly Word NobodyWaitsWhy = new("Tous sont clos, en appel ou attendus pour un rappel. Importez de nouveaux prospects.", "All are closed, on a call or kept for a callback. Import new prospects.", "الجميع مغلقون أو في مكالمة أو في انتظار معاودة. استورد زبناء جددا.");
    public static readonly Word Resting = new("au repos après un appel", "resting after a call", "في فترة انتظار بعد مكالمة");
    public static readonly Word QuotaFull = new("quota atteint ou en ligne : {0}", "quota full or on the line: {0}", "الحصة مكتملة أو قيد المكالمة: {0}");
    public static readonly Word NowThey = new("peuvent être appelés", "may be called", "يمكن الاتصال بهم");
    public static readonly Word Never = new("{0} : aucune date", "{0}: no date", "{0}: دون تاريخ");
    public static readonly Word NoDate = new("aucune date", "no date", "دون تاريخ");
    public static readonly Word Now = new("maintenant", "now", "الآن");
    public static readonly Word WhenQuota = new("quand une place se libère", "when a place is free", "عندما يتوفر مكان");
    public static readonly Word Example = new("Un exemple", "One of them", "أحدهم");
    public static readonly Word See = new("Voir", "See", "عرض");

    public static readonly Word Used = new("Tentatives des trente derniers jours", "Attempts of the last thirty days", "محاولات آخر ثلاثين يوما");
    public static readonly Word UsedOf = new("{0} sur 4", "{0} of 4", "{0} من 4");
    public static readonly Word ByScore = new("Par score", "By score", "حسب التنقيط");
    public static readonly Word ByHour = new("Par heure du client", "By the customer’s hour", "حسب ساعة الزبون");
    public static readonly Word Band = new("Score", "Score", "التنقيط");
    public static readonly Word Hour = new("Heure", "Hour", "الساعة");
    public static readonly Word Calls = new("Appels", "Calls", "المكالمات");
    public static readonly Word Reached = new("Joints", "Reached", "تم الوصول إليهم");
    public static readonly Word Successes = new("Succès", "Successes", "النجاحات");
    public static readonly Word NoScore = new("sans score", "no score", "دون تنقيط");
    public static readonly Word Below = new("moins de {0}", "below {0}", "أقل من {0}");
    public static readonly Word Above = new("{0} et plus", "{0} and more", "{0} فأكثر");
    public static readonly Word Between = new("de {0} à {1}", "{0} to {1}", "من {0} إلى {1}");
    public static readonly Word NotCalledYet = new("Personne n’a encore été appelé.", "Nobody was called yet.", "لم يُتصل بأحد بعد.");
    public static readonly Word ClosedBy = new("Clos et refusés, par raison", "Closed and refused, by reason", "المغلقون والمرفوضون حسب السبب");
    public static readonly Word NobodyClosed = new("Personne n’est clos.", "Nobody is closed.", "لا أحد مغلق.");

    public static readonly Word Stuck = new("Prospects bloqués", "Stuck prospects", "زبناء عالقون");
    public static readonly Word StuckWhy = new("Cherche ceux que plus rien ne libérera, sur toutes les listes du donneur d’ordre.", "Looks for those whom nothing will ever release, on every list of the client.", "يبحث عمن لن يحررهم أي شيء، في كل لوائح الجهة المتعاقدة.");
    public static readonly Word Check = new("Chercher", "Check", "بحث");
    public static readonly Word Checking = new("Recherche des bloqués", "Looking for the stuck", "البحث عن العالقين");
    public static readonly Word NobodyStuck = new("Personne n’est bloqué.", "Nobody is stuck.", "لا أحد عالق.");
    public static readonly Word Release = new("Libérer", "Release", "تحرير");
    public static readonly Word Released = new("{0} libérés.", "{0} released.", "حُرر {0}.");
    public static readonly Word Attach = new("Ajouter à la campagne", "Give to the campaign", "إضافة إلى الحملة");
    public static readonly Word Attached = new("La campagne appelle maintenant cette liste.", "The campaign calls this list now.", "الحملة تتصل الآن بهذه اللائحة.");
    public static readonly Word ToCampaigns = new("Créer une campagne", "Create a campaign", "إنشاء حملة");
    public static readonly Word RaiseQuota = new("Revoir les quotas", "See to the quotas", "مراجعة الحصص");

    public static readonly Word StuckNoCampaign = new("aucune campagne n’appelle la liste", "no campaign calls the list", "لا حملة تتصل باللائحة");
    public static readonly Word StuckNoCall = new("tenus par un appel qui n’existe plus", "held by a call that is over", "محجوزون بمكالمة انتهت");
    public static readonly Word StuckNoCallback = new("gardés pour un rappel que personne ne doit", "kept for a callback that nobody owes", "محفوظون لمعاودة لا يلتزم بها أحد");
    public static readonly Word StuckNoReason = new("refusés sans raison notée", "refused without a reason", "مرفوضون دون سبب مدون");
    public static readonly Word StuckNoSegment = new("dans aucun segment de la liste", "in no segment of the list", "خارج كل شرائح اللائحة");
    public static readonly Word StuckQuotaFull = new("quota atteint sur toutes leurs campagnes", "quota full on every campaign of theirs", "اكتملت الحصة في كل حملاتهم");

    internal static Word OfStuck(string why) => why switch
    {
        StuckProspects.NoCampaign => StuckNoCampaign,
        StuckProspects.NoCall => StuckNoCall,
        StuckProspects.NoCallback => StuckNoCallback,
        StuckProspects.NoSegment => StuckNoSegment,
        StuckProspects.QuotaFull => StuckQuotaFull,
        _ => StuckNoReason,
    };

    /// <summary>Why people wait, in a few words; with the place where its hour keeps them.</summary>
    internal static string Of(Wait wait) => wait.Kind switch
    {
        WaitKind.Nothing => NowThey,
        WaitKind.Rest => Resting,
        WaitKind.Quota => QuotaFull.With(wait.Segment ?? ""),
        _ when wait is { Place: { } place, Reason: { } hour } => $"{PlaceWords.Name(place.Territory, place.Zones)} · {Lexicon.Say(hour)}",
        _ => wait.Reason is { } reason ? Lexicon.Say(reason) : NoDate,
    };

    /// <summary>The first moment for one of them, by the centre's clock, and by theirs where it is another.</summary>
    internal static string WhenOf(Wait wait, NodaTime.Instant now)
    {
        if (wait.Kind == WaitKind.Quota) return WhenQuota;
        if (wait.At is not { } at) return NoDate;
        if (at <= now) return Now;
        var here = NextCallWords.From.With(Shown.Moment(CentreTime.Of(at)));
        return wait.Place is { } place && Zones.Named(place.Zones.Split(',')[0]) is { } zone && zone.GetUtcOffset(at) != CentreTime.Zone.GetUtcOffset(at) ? $"{here} ({NextCallWords.There.With(Shown.Time(at.InZone(zone).TimeOfDay))})" : here;
    }

    internal static string Of(ScoreBand band) => band switch
    {
        { From: null } => NoScore,
        { From: double.NegativeInfinity } => Below.With(Shown.Number((decimal)band.To!.Value, 0)),
        { To: double.PositiveInfinity } => Above.With(Shown.Number((decimal)band.From!.Value, 0)),
        _ => Between.With(Shown.Number((decimal)band.From!.Value, 0), Shown.Number((decimal)band.To!.Value, 0)),
    };
}
