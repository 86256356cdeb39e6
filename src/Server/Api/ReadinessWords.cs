using System.Globalization;
using Plateau.Messaging.Mail;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Api;

/// <summary>The words of the centre's state: what it needs, how that stands, and what to do.</summary>
public static class ReadinessWords
{
    public static readonly Word Title = new("État du centre", "State of the centre", "حالة المركز");
    public static readonly Word Lead = new("Ce qu’il faut pour appeler, puis ce qui peut manquer sans arrêter le téléphone.", "What calling needs, then what may be missing without stopping the telephone.", "ما يلزم للاتصال، ثم ما قد ينقص دون إيقاف الهاتف.");
    public static readonly Word Good = new("en ordre", "in order", "سليم");
    public static readonly Word Missing = new("manque", "missing", "ناقص");
    public static readonly Word Degraded = new("à voir", "to see to", "يحتاج إلى متابعة");
    public static readonly Word Database = new("Base de données", "Database", "قاعدة البيانات");
    public static readonly Word Journal = new("Journal", "Journal", "السجل");
    public static readonly Word Switch = new("Commutateur", "Switch", "المقسم");
    public static readonly Word Disk = new("Disque", "Disk", "القرص");
    public static readonly Word Clock = new("Horloge", "Clock", "الساعة");
    public static readonly Word ZoneData = new("Fuseaux horaires", "Time zones", "المناطق الزمنية");
    public static readonly Word Mail = new("Courriel", "Mail", "البريد");
    public static readonly Word ConsultantCalendars = new("Agendas", "Calendars", "الأجندات");
    internal static readonly Word Answers = new("répond", "answers", "تجيب");
    internal static readonly Word NoAnswer = new("ne répond pas", "does not answer", "لا تجيب");
    internal static readonly Word StartDatabase = new("démarrez-la, ou corrigez son adresse dans les réglages : {0}", "start it, or correct its address in the settings: {0}", "شغّلها أو صحح عنوانها في الإعدادات: {0}");
    internal static readonly Word TakesFacts = new("prend les faits", "takes facts", "يقبل الوقائع");
    internal static readonly Word TakesNoFacts = new("ne prend pas les faits", "does not take facts", "لا يقبل الوقائع");
    internal static readonly Word NothingDialled = new("rien n’est composé d’ici là ; nouvel essai automatique", "nothing is dialled until it does; it is tried again by itself", "لا يُطلب أي رقم إلى ذلك الحين؛ تعاد المحاولة تلقائيا");
    internal static readonly Word TakesCalls = new("prend les appels", "takes calls", "يقبل المكالمات");
    internal static readonly Word TakesNoCalls = new("ne prend pas d’appels", "takes no calls", "لا يقبل المكالمات");
    internal static readonly Word BeingStarted = new("il démarre ou se compte ; regardez à nouveau dans quelques secondes", "it is being started or counted; look again in some seconds", "يجري تشغيله أو عدّه؛ انظر بعد ثوان");
    internal static readonly Word MegabytesFree = new("{0} Mo libres", "{0} MB free", "{0} م.ب حرة");
    internal static readonly Word FreeDisk = new("libérez {0} Mo là où est {1}", "free {0} MB where {1} is", "حرر {0} م.ب حيث يوجد {1}");
    internal static readonly Word SetClock = new("réglez l’horloge de la machine : les autorisations en dépendent", "set the machine's clock: permits depend on it", "اضبط ساعة الجهاز: الأذونات تعتمد عليها");
    internal static readonly Word UpdateZones = new("mettez Plateau à jour : avant {0}, Casablanca y est fausse d’une heure", "update Plateau: time zones older than {0} have Casablanca wrong by an hour", "حدّث Plateau: ما قبل {0} يخطئ في ساعة الدار البيضاء");
    internal static readonly Word MailGoes = new("les avis de rendez-vous partent", "notices of appointments go out", "تُرسل إشعارات المواعيد");
    internal static readonly Word MailNotNeeded = new("pas réglé, et rien n’attend", "not set up, and nothing waits", "غير مضبوط ولا شيء ينتظر");
    internal static readonly Word MailNotSet = new("pas réglé : {0} avis attendent", "not set up: {0} notices wait", "غير مضبوط: {0} إشعارات تنتظر");
    internal static readonly Word SetMailUp = new("réglez-le sous /centre/mail", "set it up on /centre/mail", "اضبطه في \u2068/centre/mail\u2069");
    internal static readonly Word MailStands = new("rien ne part ({0}) : {1} avis attendent", "nothing goes out ({0}): {1} notices wait", "لا يُرسل شيء ({0}): {1} إشعارات تنتظر");
    internal static readonly Word AnswersUnread = new("les réponses ne sont pas lues ({0})", "answers are not read ({0})", "لا تُقرأ الأجوبة ({0})");
    internal static readonly Word LookAtMail = new("/centre/mail dit quel serveur, pourquoi et que faire ; nouvel essai automatique", "/centre/mail says which server, why and what to do; it is tried again by itself", "يبين \u2068/centre/mail\u2069 أي خادم ولماذا وما العمل؛ تعاد المحاولة تلقائيا");
    internal static readonly Word CalendarsRead = new("{0} reliés, tous lus", "{0} linked, all of them read", "{0} مرتبطة وكلها مقروءة");
    internal static readonly Word CalendarsUnread = new("{1} sur {0} ne se lisent ou ne s’écrivent pas : leurs plages datent de la dernière lecture", "{1} of {0} can’t be read or written: their times are those of the last reading", "{1} من {0} لا تُقرأ أو لا تُكتب: أوقاتها من آخر قراءة");
    internal static readonly Word LookAtCalendars = new("la page de chaque commercial, sous /consultants, dit ce qui manque", "the page of each consultant, under /consultants, says what is missing", "تبين صفحة كل مستشار في \u2068/consultants\u2069 ما ينقص");
    internal static readonly Word NotKnown = new("inconnu tant que la base ne répond pas", "not known while the database does not answer", "غير معروف ما دامت قاعدة البيانات لا تجيب");

    internal static readonly Word DatabaseFirst = new("rétablissez d’abord la base de données", "bring the database back first", "أعد قاعدة البيانات أولا");

    private static readonly Dictionary<MailTroubleKind, Word> Troubles = new()
    {
        [MailTroubleKind.Unreachable] = new("le serveur ne répond pas", "the server does not answer", "الخادم لا يجيب"),
        [MailTroubleKind.Certificate] = new("son certificat n’est pas reconnu", "its certificate is not trusted", "شهادته غير موثوقة"),
        [MailTroubleKind.Security] = new("il n’offre pas la protection demandée", "it does not offer the protection asked for", "لا يوفر الحماية المطلوبة"),
        [MailTroubleKind.Unauthorised] = new("il refuse le compte", "it refuses the account", "يرفض الحساب"),
    };

    internal static Word Of(MailTroubleKind trouble) => Troubles[trouble];

    /// <summary>A word with its values, still in all three languages.</summary>
    internal static Word Filled(Word word, params object[] values)
    {
        return new(In(Language.Fr), In(Language.En), In(Language.Ar));

        string In(Language language) => string.Format(CultureInfo.InvariantCulture, word.In(language), [.. values.Select(value => value is Word inner ? inner.In(language) : value)]);
    }
}
