using Plateau.Messaging.Calendars;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Calendars;

/// <summary>What calendars answered, and what to do when they answered badly.</summary>
public static class CalendarWords
{
    public static readonly Word Reads = new("L’agenda se lit : {0} plages occupées dans les quatre semaines.", "The calendar can be read: {0} busy times in the next four weeks.", "يمكن قراءة التقويم: {0} فترات مشغولة في الأسابيع الأربعة القادمة.");
    public static readonly Word Writes = new("Les rendez-vous y seront inscrits.", "Appointments will be entered in it.", "ستُسجل فيه المواعيد.");
    public static readonly Word ReadsOnly = new("Il ne peut pas être écrit : les rendez-vous arrivent par courriel seulement.", "It can’t be written: appointments come by mail only.", "لا يمكن الكتابة فيه: تصل المواعيد بالبريد فقط.");
    public static readonly Word Several = new("Cette adresse mène à {0} agendas : choisissez celui du travail.", "This address leads to {0} calendars: choose the one for work.", "يؤدي هذا العنوان إلى {0} تقاويم: اختر تقويم العمل.");
    public static readonly Word NoneFound = new("Ce compte n’a pas d’agenda : créez-en un, ou donnez l’adresse de l’agenda lui-même.", "This account has no calendar: make one, or give the address of the calendar itself.", "ليس لهذا الحساب تقويم: أنشئ واحدا، أو أعط عنوان التقويم نفسه.");
    public static readonly Word Emptied = new("{0} rendez-vous avaient disparu d’un coup de l’agenda : aucun n’est annulé, ils y sont réinscrits. S’ils ne valent plus, annulez-les ici.", "{0} appointments had vanished from the calendar at once: none is cancelled, they are entered anew. If they no longer hold, cancel them here.", "اختفت {0} مواعيد دفعة واحدة من التقويم: لم يُلغ أي منها وأعيد تسجيلها فيه. إن لم تعد قائمة فألغها هنا.");
    public static readonly Word WrongLength = new("Le rendez-vous du {0} avait été mis à {1} min dans l’agenda : il dure de cinq minutes à huit heures. Il garde son heure et sa durée, et y est réinscrit.", "The appointment of {0} had been set to {1} min in the calendar: one takes five minutes to eight hours. It keeps its time and length, and is entered anew.", "غُيّرت مدة موعد {0} إلى {1} دقيقة في التقويم: يدوم الموعد من خمس دقائق إلى ثماني ساعات. يحتفظ بوقته ومدته ويُسجل فيه من جديد.");
    public static readonly Word SecretLost = new("Le mot de passe de l’agenda ne peut plus être lu : saisissez-le à nouveau.", "The calendar’s password can’t be read any more: enter it again.", "لم يعد ممكنا قراءة كلمة مرور التقويم: أدخلها من جديد.");

    private static readonly Dictionary<CalendarTroubleKind, Word> Troubles = new()
    {
        [CalendarTroubleKind.Address] = new("{0} n’est pas une adresse web : elle commence par https://", "{0} is no address of the web: it begins with https://", "{0} ليس عنوانا على الويب: يبدأ بـ https://"),
        [CalendarTroubleKind.Unreachable] = new("{0} ne répond pas ({1}) : vérifiez l’adresse ; nouvel essai automatique.", "{0} does not answer ({1}): check the address; it is tried again by itself.", "{0} لا يجيب ({1}): تحقق من العنوان؛ ستعاد المحاولة تلقائيا."),
        [CalendarTroubleKind.Slow] = new("{0} répond trop lentement : nouvel essai automatique.", "{0} answers too slowly: it is tried again by itself.", "{0} يجيب ببطء شديد: ستعاد المحاولة تلقائيا."),
        [CalendarTroubleKind.Private] = new("{0} est dans un réseau privé : qui exploite Plateau peut l’autoriser sous calendarHosts dans settings.json.", "{0} lies in a private network: whoever runs Plateau can let it in under calendarHosts in settings.json.", "{0} في شبكة خاصة: يمكن لمن يشغل Plateau السماح به تحت calendarHosts في settings.json."),
        [CalendarTroubleKind.Plain] = new("{0} n’est pas protégé : un mot de passe ne passe que par https.", "{0} is not protected: a password goes by https only.", "{0} غير محمي: لا تُرسل كلمة المرور إلا عبر https."),
        [CalendarTroubleKind.Unauthorised] = new("{0} refuse ce compte ({1}) : vérifiez utilisateur et mot de passe, souvent un mot de passe d’application.", "{0} refuses this account ({1}): check user and password, often an app password.", "{0} يرفض هذا الحساب ({1}): تحقق من المستخدم وكلمة المرور، وغالبا ما تكون كلمة مرور للتطبيقات."),
        [CalendarTroubleKind.NotFound] = new("Rien à l’adresse {0} : copiez-la à nouveau depuis l’agenda.", "There is nothing at {0}: copy the address from the calendar again.", "لا شيء في العنوان {0}: انسخه من التقويم مجددا."),
        [CalendarTroubleKind.Redirects] = new("{0} renvoie sans fin ou vers un lieu interdit ({1}) : donnez l’adresse finale.", "{0} sends us on and on, or where we don’t go ({1}): give the final address.", "{0} يحيل بلا نهاية أو إلى مكان ممنوع ({1}): أعط العنوان النهائي."),
        [CalendarTroubleKind.TooLarge] = new("{0} donne plus de seize mégaoctets : partagez un agenda plus court.", "{0} gives more than sixteen megabytes: share a shorter calendar.", "{0} يعطي أكثر من ستة عشر ميغابايت: شارك تقويما أقصر."),
        [CalendarTroubleKind.Refused] = new("{0} répond par l’erreur {1} : nouvel essai automatique.", "{0} answers with error {1}: it is tried again by itself.", "{0} يجيب بالخطأ {1}: ستعاد المحاولة تلقائيا."),
        [CalendarTroubleKind.NotCalendar] = new("{0} répond, mais n’est pas un agenda : donnez l’adresse CalDAV, ou celle du fichier ICS.", "{0} answers, but is no calendar: give the CalDAV address, or that of the ICS file.", "{0} يجيب لكنه ليس تقويما: أعط عنوان CalDAV أو عنوان ملف ICS."),
        [CalendarTroubleKind.Meanwhile] = new("{0} a changé entre-temps : relecture automatique.", "{0} was changed meanwhile: it is read again by itself.", "تغير {0} في هذه الأثناء: تعاد قراءته تلقائيا."),
    };

    private static readonly Dictionary<CalendarFlawKind, Word> Flaws = new()
    {
        [CalendarFlawKind.NotCalendar] = new("Ligne {0} : ce n’est pas un agenda ({1}). Donnez l’adresse du fichier ICS, pas celle de la page.", "Line {0}: this is no calendar ({1}). Give the address of the ICS file, not that of the page.", "السطر {0}: هذا ليس تقويما ({1}). أعط عنوان ملف ICS لا عنوان الصفحة."),
        [CalendarFlawKind.CutOff] = new("Ligne {0} : {1} commence et ne finit pas. Exportez l’agenda à nouveau.", "Line {0}: {1} begins and does not end. Export the calendar again.", "السطر {0}: {1} يبدأ ولا ينتهي. صدّر التقويم من جديد."),
        [CalendarFlawKind.Line] = new("Ligne {0} : « {1} » n’est pas compris. Corrigez ou supprimez cet événement.", "Line {0}: “{1}” is not understood. Mend or delete this event.", "السطر {0}: «{1}» غير مفهوم. صحح هذا الحدث أو احذفه."),
        [CalendarFlawKind.Start] = new("Ligne {0} : l’événement n’a pas de début lisible ({1}). Corrigez ou supprimez-le.", "Line {0}: the event has no readable beginning ({1}). Mend or delete it.", "السطر {0}: ليس للحدث بداية مقروءة ({1}). صححه أو احذفه."),
        [CalendarFlawKind.Zone] = new("Ligne {0} : le fuseau « {1} » est inconnu. Donnez à l’événement un fuseau comme Europe/Paris.", "Line {0}: the time zone “{1}” is unknown. Give the event one such as Europe/Paris.", "السطر {0}: المنطقة الزمنية «{1}» غير معروفة. أعط الحدث منطقة مثل Europe/Paris."),
        [CalendarFlawKind.Repetition] = new("Ligne {0} : la répétition « {1} » ne peut être suivie. Recréez la série.", "Line {0}: the repetition “{1}” can’t be followed. Make the series anew.", "السطر {0}: لا يمكن تتبع التكرار «{1}». أعد إنشاء السلسلة."),
        [CalendarFlawKind.TooMuch] = new("Ligne {0} : trop d’événements ou de répétitions {1}. Partagez un agenda plus petit.", "Line {0}: too many events or repetitions {1}. Share a smaller calendar.", "السطر {0}: أحداث أو تكرارات كثيرة جدا {1}. شارك تقويما أصغر."),
    };

    public static string Of(CalendarTrouble trouble) => Troubles[trouble.Kind].With(trouble.Place, trouble.Detail);

    public static string Of(CalendarFlaw flaw) => Flaws[flaw.Kind].With(flaw.Line, flaw.Detail);

    /// <summary>What was kept of a calendar's last trouble, in the reader's language.</summary>
    public static string OfKept(string kept) => kept.Split('|', 4) switch
    {
        ["trouble", var kind, var place, var detail] when Enum.TryParse<CalendarTroubleKind>(kind, out var known) => Troubles[known].With(place, detail),
        ["flaw", var kind, var line, var detail] when Enum.TryParse<CalendarFlawKind>(kind, out var known) => Flaws[known].With(line, detail),
        ["emptied", var count, ..] => Emptied.With(count),
        ["length", var start, var minutes, ..] => WrongLength.With(start, minutes),
        ["secret", ..] => SecretLost,
        _ => kept,
    };

    internal static string Kept(CalendarTrouble trouble) => $"trouble|{trouble.Kind}|{trouble.Place.Replace('|', '/')}|{trouble.Detail}";

    internal static string Kept(CalendarFlaw flaw) => $"flaw|{flaw.Kind}|{flaw.Line}|{flaw.Detail}";
}
