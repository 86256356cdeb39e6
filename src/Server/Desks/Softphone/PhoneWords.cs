using Plateau.Server.Web.Words;

namespace Plateau.Server.Desks.Softphone;

/// <summary>The words of the call bar and of the check of microphone and loudspeaker.</summary>
public static class PhoneWords
{
    public static readonly Word Title = new("Poste", "Desk", "مركز العمل");
    public static readonly Word Bar = new("Barre d’appel", "Call bar", "شريط المكالمة");
    public static readonly Word Work = new("Travail du conseiller", "The agent’s work", "عمل المستشار");
    public static readonly Word Ringing = new("Sonne", "Ringing", "يرن");
    public static readonly Word Parked = new("Repris à votre retour", "Taken up when you are back", "يستأنف عند عودتك");
    public static readonly Word Answer = new("Répondre", "Answer", "الرد");
    public static readonly Word HangUp = new("Raccrocher", "Hang up", "إنهاء");
    public static readonly Word Mute = new("Micro coupé", "Mute", "كتم الصوت");
    public static readonly Word Hold = new("Garde", "Hold", "انتظار");
    public static readonly Word Keypad = new("Clavier", "Keypad", "لوحة الأرقام");
    public static readonly Word BecomeReady = new("Prêt", "Ready", "جاهز");
    public static readonly Word TakeBreak = new("Pause", "Break", "استراحة");
    public static readonly Word Recording = new("Enregistré", "Recording", "قيد التسجيل");
    public static readonly Word RecordingPaused = new("Enregistrement suspendu", "Recording paused", "التسجيل موقوف");
    public static readonly Word Listened = new("Un superviseur écoute", "A supervisor listens", "مشرف يستمع");
    public static readonly Word ServerAway = new("Serveur injoignable : l’appel continue, le reste attend.", "Server away: the call goes on, the rest waits.", "الخادم غير متاح: المكالمة مستمرة والباقي ينتظر.");
    public static readonly Word NoLine = new("Téléphone déconnecté, nouvel essai en cours.", "Telephone not connected, trying again.", "الهاتف غير متصل، جارٍ إعادة المحاولة.");
    public static readonly Word NoSession = new("Votre session est terminée : reconnectez-vous.", "Your session has ended: sign in again.", "انتهت جلستك: سجّل الدخول من جديد.");
    public static readonly Word Silent = new("Votre micro ne capte rien.", "Your microphone hears nothing.", "الميكروفون لا يلتقط شيئا.");
    public static readonly Word CheckFirst = new("Vérifier micro et casque", "Check microphone and headset", "تحقق من الميكروفون والسماعة");
    public static readonly Word CheckTitle = new("Micro et casque", "Microphone and headset", "الميكروفون والسماعة");
    public static readonly Word CheckWhy = new("Parlez : la barre doit bouger. Puis écoutez le son d’essai.", "Speak: the bar must move. Then listen to the test tone.", "تكلم: يجب أن يتحرك الشريط. ثم استمع إلى صوت التجربة.");
    public static readonly Word Microphone = new("Micro", "Microphone", "الميكروفون");
    public static readonly Word Speaker = new("Casque ou haut-parleur", "Headset or loudspeaker", "السماعة أو مكبر الصوت");
    public static readonly Word Level = new("Niveau du micro", "Microphone level", "مستوى الميكروفون");
    public static readonly Word Tone = new("Écouter le son d’essai", "Play the test tone", "تشغيل صوت التجربة");
    public static readonly Word Say = new("Dites quelque chose pour continuer.", "Say something to go on.", "قل شيئا للمتابعة.");
    public static readonly Word Denied = new("Le navigateur n’a pas donné le micro : autorisez-le pour ce site, puis rechargez.", "The browser did not give the microphone: allow it for this site, then reload.", "لم يسمح المتصفح بالميكروفون: اسمح به لهذا الموقع ثم أعد التحميل.");
    public static readonly Word Works = new("Tout va bien", "All is well", "كل شيء على ما يرام");

    /// <summary>What the scripts look up, by the name under which they do.</summary>
    internal static IReadOnlyList<(string Name, string Text)> ForScripts =>
    [
        ("logged-out", StateWords.LoggedOut), ("ready", StateWords.Ready), ("offered", StateWords.Offered), ("engaged", StateWords.Engaged), ("hold", StateWords.Hold),
        ("wrap-up", StateWords.WrapUp), ("away", StateWords.Away), ("lost", StateWords.Lost), ("ringing", Ringing), ("parked", Parked),
        ("recording", Recording), ("recording-paused", RecordingPaused), ("server-away", ServerAway), ("no-line", NoLine), ("no-session", NoSession),
        .. AwayReasons.Select(reason => ($"away-{reason}", Lexicon.Say(reason))),
        .. Flaws.Select(reason => ($"flaw-{reason}", Lexicon.Say(reason))),
    ];

    private static readonly string[] AwayReasons = ["just-logged-in", "missed-offer", "telephone-lost", "switch-lost", "break", "lunch", "prayer", "training", "meeting", "coaching"];
    private static readonly string[] Flaws = ["not-logged-in", "telephone-lost", "no-conversation", "on-hold", "keys", "no-colleague", "not-free", "consulting", "consult-not-answered"];
}
