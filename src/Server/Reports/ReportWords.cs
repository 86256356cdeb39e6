using Plateau.Server.Web.Words;

namespace Plateau.Server.Reports;

/// <summary>The words of reports: figures with their formulas, periods, charts, the list of calls.</summary>
internal static class ReportWords
{
    public static readonly Word Title = new("Rapports", "Reports", "التقارير");
    public static readonly Word OfCampaign = new("Rapport d’une campagne", "Report of a campaign", "تقرير حملة");
    public static readonly Word Campaigns = new("Campagnes", "Campaigns", "الحملات");
    public static readonly Word Campaign = new("Campagne", "Campaign", "الحملة");
    public static readonly Word Client = new("Donneur d’ordre", "Client", "الجهة المتعاقدة");
    public static readonly Word NothingYet = new("Aucune campagne n’a encore appelé", "No campaign has called yet", "لم تُجرِ أي حملة اتصالات بعد");
    public static readonly Word NothingYetWhy = new("Les chiffres arrivent ici dès la première tentative d’appel.", "Figures arrive here with the first attempt.", "تظهر الأرقام هنا مع أول محاولة اتصال.");
    public static readonly Word Counting = new("Lecture du journal", "Reading the journal", "قراءة السجل");
    public static readonly Word CountedTo = new("Compté jusqu’au fait {0} du journal {1}", "Counted up to fact {0} of journal {1}", "الحساب إلى الواقعة {0} من السجل {1}");
    public static readonly Word WallClock = new("Heure de {0}", "Time of {0}", "توقيت {0}");

    public static readonly Word Period = new("Période", "Period", "الفترة");
    public static readonly Word Today = new("Aujourd’hui", "Today", "اليوم");
    public static readonly Word Yesterday = new("Hier", "Yesterday", "أمس");
    public static readonly Word Week = new("Cette semaine", "This week", "هذا الأسبوع");
    public static readonly Word Month = new("Ce mois", "This month", "هذا الشهر");
    public static readonly Word From = new("Du", "From", "من");
    public static readonly Word To = new("au", "to", "إلى");
    public static readonly Word Show = new("Afficher", "Show", "عرض");
    public static readonly Word ComparedWith = new("comparé à {0}", "compared with {0}", "مقارنة مع {0}");
    public static readonly Word ComparedUpToNow = new("comparé à {0}, jusqu’à la même heure", "compared with {0}, up to the same hour", "مقارنة مع {0} إلى الساعة نفسها");
    public static readonly Word Versus = new("{0} sur {1}", "{0} against {1}", "{0} مقابل {1}");
    public static readonly Word VersusNothing = new("rien à comparer", "nothing to compare with", "لا شيء للمقارنة");
    public static readonly Word Points = new("{0} pt", "{0} pt", "{0} نقطة");

    public static readonly Word Attempts = new("Tentatives", "Attempts", "المحاولات");
    public static readonly Word AttemptsFormula = new("Appels remis au commutateur, chacun avec son autorisation.", "Calls given to the switch, each with its permit.", "المكالمات المسلّمة إلى المقسم، لكل منها إذنها.");
    public static readonly Word Reached = new("Joints", "Reached", "تم الوصول إليهم");
    public static readonly Word ReachedFormula = new("Appels où un conseiller a parlé ÷ tentatives.", "Calls in which an agent spoke ÷ attempts.", "المكالمات التي تحدث فيها مستشار ÷ المحاولات.");
    public static readonly Word Talk = new("Conversation", "Talk", "مدة المحادثة");
    public static readonly Word TalkFormula = new("Temps en communication, attentes comprises ÷ joints.", "Time joined, holds included ÷ reached.", "مدة الربط بما فيها الانتظار ÷ من تم الوصول إليهم.");
    public static readonly Word Successes = new("Réussites", "Successes", "النجاحات");
    public static readonly Word SuccessesFormula = new("Qualifications qui atteignent l’objectif de la campagne ÷ joints.", "Dispositions that meet the campaign’s aim ÷ reached.", "التصنيفات التي تحقق هدف الحملة ÷ من تم الوصول إليهم.");
    public static readonly Word Appointments = new("Rendez-vous pris", "Appointments made", "المواعيد المحددة");
    public static readonly Word AppointmentsCame = new("{0} honorés, {1} absents", "{0} held, {1} no-shows", "{0} تمت، {1} غياب");
    public static readonly Word AppointmentsFormula = new("Rendez-vous pris dans ces appels, et au calendrier ces jours-là ; la part : honorés ÷ honorés et absents, quel que soit le jour où on l’a su.", "Appointments made in these calls, and in the calendar on these days; the share: held ÷ held and no-shows, on whatever day it was known.", "المواعيد المحددة في هذه المكالمات وفي التقويم خلال هذه الأيام؛ والنسبة: ما تم ÷ ما تم وما غاب عنه، أياً كان يوم معرفته.");
    public static readonly Word OfAppointments = new("Rendez-vous", "Appointments", "المواعيد");
    public static readonly Word AppointmentsWhere = new("{0} en appel, {1} au calendrier.", "{0} in calls, {1} in the calendar.", "{0} في المكالمات، {1} في التقويم.");
    public static readonly Word HeldNoShow = new("Honorés / absents", "Held / no-shows", "تمت / غياب");
    public static readonly Word Abandoned = new("Abandons", "Abandoned", "المتخلى عنها");
    public static readonly Word AbandonedFormula = new("Décrochés sans conseiller à temps ÷ décrochés par une personne ; qui est pris pour un répondeur compte dans les deux, selon l’échantillon.", "Answered with no agent in time ÷ answered by a person; whoever is taken for a machine counts in both, as the sample tells.", "الأجوبة دون مستشار في الوقت ÷ أجوبة الأشخاص؛ ومن حُسب مجيبا يُعدّ في الاثنين حسب العينة.");
    public static readonly Word Refused = new("Refusés avant appel", "Refused before the call", "مرفوضة قبل الاتصال");
    public static readonly Word RefusedFormula = new("Appels restés sans autorisation ÷ appels demandés (tentatives et refus).", "Calls without a permit ÷ calls asked for (attempts and refusals).", "المكالمات دون إذن ÷ المكالمات المطلوبة (المحاولات والرفض).");

    public static readonly Word ReachedByDay = new("Joints par jour", "Reached by day", "تم الوصول إليهم حسب اليوم");
    public static readonly Word ReachedByMonth = new("Joints par mois", "Reached by month", "تم الوصول إليهم حسب الشهر");
    public static readonly Word ReachedByHour = new("Joints par heure et par qualification", "Reached by hour and disposition", "تم الوصول إليهم حسب الساعة والتصنيف");
    public static readonly Word OfDay = new("{0} : {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Word BarHint = new("sur une barre : descendre aux appels", "on a bar: down to the calls", "على عمود: النزول إلى المكالمات");
    public static readonly Word Before = new("Avant", "Before", "قبل");
    public static readonly Word BarWithBefore = new("{0} : {1}, avant {2}", "{0}: {1}, before {2}", "{0}: {1}، قبل {2}");
    public static readonly Word Bar = new("{0} : {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Word Others = new("Autres", "Others", "أخرى");
    public static readonly Word Open = new("En cours", "Under way", "جارية");
    public static readonly Word Outcomes = new("Résultats d’appel", "Outcomes", "نتائج الاتصال");
    public static readonly Word Dispositions = new("Qualifications", "Dispositions", "التصنيفات");
    public static readonly Word Refusals = new("Refus par règle", "Refusals by rule", "الرفض حسب القاعدة");
    public static readonly Word NoRefusals = new("Aucun appel refusé sur cette période.", "No call refused in this period.", "لا رفض في هذه الفترة.");
    public static readonly Word Nothing = new("Rien sur cette période.", "Nothing in this period.", "لا شيء في هذه الفترة.");
    public static readonly Word HoursGone = new("Les heures sont gardées deux mois ; au-delà, les jours.", "Hours are kept for two months; beyond that, days.", "تُحفظ الساعات شهرين، ثم الأيام.");
    public static readonly Word AsTable = new("Tableau", "Table", "جدول");
    public static readonly Word AsChart = new("Graphique", "Chart", "رسم");
    public static readonly Word Share = new("Part", "Share", "الحصة");
    public static readonly Word Count = new("Nombre", "Count", "العدد");
    public static readonly Word Label = new("Libellé", "Label", "التسمية");

    public static readonly Word Agents = new("Conseillers", "Agents", "المستشارون");
    public static readonly Word Agent = new("Conseiller", "Agent", "المستشار");
    public static readonly Word Conversations = new("Conversations", "Conversations", "المحادثات");
    public static readonly Word Mean = new("Moyenne", "Mean", "المتوسط");
    public static readonly Word Rate = new("Taux", "Rate", "المعدل");
    public static readonly Word Lists = new("Listes", "Lists", "اللوائح");
    public static readonly Word List = new("Liste", "List", "اللائحة");
    public static readonly Word Calls = new("Appels", "Calls", "المكالمات");
    public static readonly Word RefusedCalls = new("Appels refusés", "Refused calls", "المكالمات المرفوضة");
    public static readonly Counted Found = new(("{0} appel", "{0} appels"), ("{0} call", "{0} calls"), ("لا مكالمات", "مكالمة واحدة", "مكالمتان", "{0} مكالمات", "{0} مكالمة", "{0} مكالمة"));
    public static readonly Word Time = new("Heure", "Time", "الوقت");
    public static readonly Word Person = new("Interlocuteur", "Person", "المخاطَب");
    public static readonly Word Number = new("Numéro", "Number", "الرقم");
    public static readonly Word Length = new("Durée", "Length", "المدة");
    public static readonly Word Outcome = new("Résultat", "Outcome", "النتيجة");
    public static readonly Word Disposition = new("Qualification", "Disposition", "التصنيف");
    public static readonly Word Rule = new("Règle", "Rule", "القاعدة");
    public static readonly Word Reason = new("Motif", "Reason", "السبب");
    public static readonly Word NotBefore = new("Possible à partir de", "Lawful from", "ممكن ابتداء من");
    public static readonly Word Hidden = new("masqué", "hidden", "محجوب");
    public static readonly Word Erased = new("effacé", "erased", "محذوف");
    public static readonly Word Further = new("Suite", "Further", "التالي");
    public static readonly Word FirstPiece = new("Début", "Beginning", "البداية");
    public static readonly Word Path = new("Chemin", "Path", "المسار");
    public static readonly Word TakeAway = new("Retirer {0}", "Remove {0}", "إزالة {0}");
    public static readonly Word EveryRule = new("toutes les règles", "every rule", "كل القواعد");
    public static readonly Word ReachedCalls = new("joints", "reached", "تم الوصول إليهم");
    public static readonly Word SuccessfulCalls = new("réussites", "successes", "النجاحات");
    public static readonly Word KeyTable = new("Graphiques en tableaux, et retour", "Charts as tables, and back", "الرسوم كجداول والعكس");
    public static readonly Word KeyUp = new("Remonter d’un niveau", "Up one level", "الصعود مستوى");
    public static readonly Word KeyRows = new("Parcourir les appels, ouvrir", "Go through the calls, open", "تصفح المكالمات وفتحها");
    public static readonly Word KeyExport = new("Exporter", "Export", "تصدير");
    public static readonly Word Excel = new("Classeur", "Workbook", "مصنف");
    public static readonly Word UnknownCampaign = new("Cette campagne n’existe pas, ou n’est pas pour vous", "There is no such campaign, or it is not for you", "هذه الحملة غير موجودة أو ليست لك");
}
