using Plateau.Messaging.Mail;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Notices;

/// <summary>The words of the page on which the centre's mail is set up.</summary>
public static class MailWords
{
    public static readonly Word Title = new("Courriel", "Mail", "البريد");
    public static readonly Word Lead = new("D’où partent les invitations aux rendez-vous, et où reviennent les réponses.", "Where invitations to appointments leave from, and where answers come back to.", "من أين تُرسل الدعوات إلى المواعيد، وإلى أين تعود الأجوبة.");
    public static readonly Word Out = new("Envoi (SMTP)", "Sending (SMTP)", "الإرسال (SMTP)");
    public static readonly Word In = new("Réponses (IMAP)", "Answers (IMAP)", "الأجوبة (IMAP)");
    public static readonly Word Address = new("Adresse du centre", "The centre’s address", "عنوان المركز");
    public static readonly Word AddressHint = new("Les lettres en partent au nom du donneur d’ordre ; les réponses y arrivent.", "Letters come from it in the client’s name; answers go to it.", "تُرسل منه الرسائل باسم الجهة المتعاقدة، وإليه تعود الأجوبة.");
    public static readonly Word Whose = new("Lettres de", "Letters of", "رسائل");
    public static readonly Word OfCentre = new("tous, depuis l’adresse du centre", "all, from the centre’s address", "الجميع، من عنوان المركز");
    public static readonly Word FromCentre = new("Ses lettres partent de l’adresse du centre.", "Its letters come from the centre’s address.", "تُرسل رسائلها من عنوان المركز.");
    public static readonly Word ClientAddress = new("Adresse du donneur d’ordre", "The client’s address", "عنوان الجهة المتعاقدة");
    public static readonly Word ClientHint = new("Ses lettres partent de là, et non de l’adresse du centre. Les autres gardent celle du centre.", "Its letters come from there, not from the centre’s address. All others keep the centre’s.", "تُرسل رسائلها منه لا من عنوان المركز. وتحتفظ البقية بعنوان المركز.");
    public static readonly Word ReplyTo = new("Répondre à (facultatif)", "Reply to (optional)", "الرد على (اختياري)");
    public static readonly Word ReplyToHint = new("Où vont les réponses écrites par des gens ; celles des agendas vont à l’adresse d’envoi.", "Where answers go that people write; those of calendars go to the address of sending.", "إلى أين تذهب الردود التي يكتبها الناس؛ أما ردود الأجندات فتذهب إلى عنوان الإرسال.");
    public static readonly Word Shares = new("Par les serveurs du centre", "Over the centre’s servers", "عبر خوادم المركز");
    public static readonly Word SharesHint = new("Ils doivent pouvoir envoyer pour cette adresse, et ses réponses arriver dans la boîte du centre.", "They must be let to send for this address, and its answers arrive in the centre’s mailbox.", "يجب أن يُسمح لها بالإرسال بهذا العنوان وأن تصل ردوده إلى صندوق المركز.");
    public static readonly Word Domain = new("Le domaine {0} doit désigner {1} comme expéditeur (SPF), et ce serveur signer avec une clé publiée sous {0} (DKIM, d={0}) ; sinon les invitations finissent parmi les indésirables. Demandez-le à qui gère {0}, envoyez-vous un essai et lisez « Authentication-Results » dans la lettre reçue : spf=pass, dkim=pass.", "The domain {0} must name {1} as a sender (SPF), and that server must sign by a key published under {0} (DKIM, d={0}); else invitations end among junk. Ask whoever runs {0}, send yourself a test and read “Authentication-Results” in the letter that arrives: spf=pass, dkim=pass.", "يجب أن يذكر النطاق {0} الخادم {1} مرسلا (SPF)، وأن يوقّع ذلك الخادم بمفتاح منشور تحت {0} (\u2066DKIM, d={0}\u2069)، وإلا انتهت الدعوات في البريد غير المرغوب. اطلب ذلك ممن يدير {0}، وأرسل لنفسك تجربة واقرأ «Authentication-Results» في الرسالة الواردة: \u2066spf=pass\u2069 و\u2066dkim=pass\u2069.");
    public static readonly Word ServersMissing = new("Les serveurs du centre ne sont pas encore réglés : réglez-les d’abord, ou donnez ici ceux de ce donneur d’ordre.", "The centre’s servers are not set up yet: set them up first, or give this client’s own here.", "لم تُضبط خوادم المركز بعد: اضبطها أولا أو أعط هنا خوادم هذه الجهة.");
    public static readonly Word BackToCentre = new("Reprendre l’adresse du centre", "Use the centre’s address again", "العودة إلى عنوان المركز");
    public static readonly Word BadReplyTo = new("Répondre à : donnez une adresse comme contact@client.example, ou rien.", "Reply to: give an address such as contact@client.example, or none.", "الرد على: أعط عنوانا مثل contact@client.example أو اتركه فارغا.");
    public static readonly Word Host = new("Serveur", "Server", "الخادم");
    public static readonly Word Port = new("Port", "Port", "المنفذ");
    public static readonly Word Security = new("Protection", "Protection", "الحماية");
    public static readonly Word User = new("Utilisateur", "User", "المستخدم");
    public static readonly Word Password = new("Mot de passe", "Password", "كلمة المرور");
    public static readonly Word PasswordKept = new("enregistré ; vide pour le garder", "kept; leave empty to keep it", "محفوظة؛ اتركها فارغة للإبقاء عليها");
    public static readonly Word Fingerprint = new("Empreinte du certificat (SHA-256)", "Fingerprint of the certificate (SHA-256)", "بصمة الشهادة (SHA-256)");
    public static readonly Word FingerprintHint = new("Seulement pour un serveur de la maison que nulle autorité ne certifie.", "Only for a server of the house for which no authority vouches.", "فقط لخادم داخلي لا تضمنه أي سلطة.");
    public static readonly Word ReadsAnswers = new("Lire les réponses dans une boîte", "Read answers in a mailbox", "قراءة الأجوبة في صندوق بريد");
    public static readonly Word ReadsWhy = new("Sans elle, un refus ou un retour d’erreur reste dans la boîte et ne change rien ici.", "Without it a refusal or a bounce stays in the mailbox and changes nothing here.", "من دونه يبقى الرفض أو الارتداد في الصندوق ولا يغير شيئا هنا.");
    public static readonly Word Try = new("M’envoyer un essai", "Send me a test", "أرسل لي تجربة");
    public static readonly Word TryTo = new("Essai à l’adresse", "Test to the address", "تجربة إلى العنوان");
    public static readonly Word Test = new("Essai", "Test", "تجربة");
    public static readonly Word TryHint = new("Avec ce que dit le formulaire, avant de l’enregistrer.", "With what the form says, before it is saved.", "بما في النموذج قبل حفظه.");
    public static readonly Word Works = new("L’essai est parti et la boîte s’ouvre.", "The test has left and the mailbox opens.", "أُرسلت التجربة ويُفتح الصندوق.");
    public static readonly Word Saved = new("Enregistré.", "Saved.", "حُفظ.");
    public static readonly Word State = new("État", "State", "الحالة");
    public static readonly Word NotSet = new("Le courriel n’est pas réglé", "Mail is not set up", "لم يُضبط البريد");
    public static readonly Word NotSetWhy = new("{0} avis attendent. Ils partiront dès que l’envoi sera réglé ici.", "{0} notices wait. They leave as soon as sending is set up here.", "{0} إشعارات تنتظر. ستُرسل بمجرد ضبط الإرسال هنا.");
    public static readonly Word Waiting = new("Avis à envoyer", "Notices to send", "إشعارات للإرسال");
    public static readonly Word LastSent = new("Dernier envoi", "Last sent", "آخر إرسال");
    public static readonly Word LastRead = new("Dernière lecture", "Last read", "آخر قراءة");
    public static readonly Word Never = new("pas encore", "not yet", "ليس بعد");
    public static readonly Word Failed = new("Avis non parvenus", "Notices that did not arrive", "إشعارات لم تصل");
    public static readonly Word NoneFailed = new("Tout est parvenu, ou attend son heure.", "Everything arrived, or waits for its time.", "وصل كل شيء أو ينتظر وقته.");
    public static readonly Word Appointment = new("Rendez-vous", "Appointment", "الموعد");
    public static readonly Word Whom = new("À qui", "To whom", "إلى من");
    public static readonly Word Why = new("Pourquoi", "Why", "السبب");
    public static readonly Word Again = new("Renvoyer", "Send again", "إعادة الإرسال");
    public static readonly Word AgainDone = new("L’avis repart.", "The notice is sent again.", "يُرسل الإشعار من جديد.");
    public static readonly Word ToCustomer = new("client final", "customer", "الزبون");
    public static readonly Word ToConsultant = new("commercial", "consultant", "مستشار الجهة المتعاقدة");
    public static readonly Word BadAddress = new("Donnez une adresse comme rendez-vous@centre.example.", "Give an address such as appointments@centre.example.", "أعط عنوانا مثل appointments@centre.example.");
    public static readonly Word BadTry = new("Donnez l’adresse à laquelle l’essai doit arriver.", "Give the address at which the test is to arrive.", "أعط العنوان الذي يجب أن تصل إليه التجربة.");
    public static readonly Word BadHost = new("{0} : donnez le nom du serveur sans https:// et un port de 1 à 65535.", "{0}: give the server’s name without https:// and a port from 1 to 65535.", "{0}: أعط اسم الخادم دون https:// ومنفذا من 1 إلى 65535.");
    public static readonly Word BadFingerprint = new("{0} : une empreinte SHA-256 a 64 chiffres hexadécimaux.", "{0}: a SHA-256 fingerprint has 64 hexadecimal digits.", "{0}: بصمة SHA-256 من 64 رقما ست عشريا.");
    public static readonly Word Unsafe = new("{0} : un mot de passe ne part pas sans protection. Choisissez TLS ou STARTTLS.", "{0}: a password does not travel unprotected. Choose TLS or STARTTLS.", "{0}: لا تُرسل كلمة المرور دون حماية. اختر TLS أو STARTTLS.");
    public static readonly Word NotTaken = new("Le serveur n’a pas pris l’essai : {0}", "The server did not take the test: {0}", "لم يقبل الخادم التجربة: {0}");
    public static readonly Word Plain = new("aucune (même machine)", "none (same machine)", "بدون (الجهاز نفسه)");
    public static readonly Word TestSubject = new("Essai de Plateau", "A test from Plateau", "تجربة من Plateau");
    public static readonly Word TestGreeting = new("Bonjour,", "Good day,", "مرحبا،");
    public static readonly Word TestBody = new("Cette lettre montre que les invitations peuvent partir.", "This letter shows that invitations can leave.", "تبين هذه الرسالة أن الدعوات يمكن إرسالها.");
    private static readonly Word TooLate = new("le rendez-vous avait commencé", "the appointment had begun", "كان الموعد قد بدأ");
    private static readonly Word Outdated = new("remplacé par un avis plus récent", "replaced by a later notice", "حل محله إشعار أحدث");
    private static readonly Word NoAddress = new("pas d’adresse : complétez le rendez-vous", "no address: complete the appointment", "لا عنوان: أكمل الموعد");

    private static readonly Dictionary<MailTroubleKind, Word> Troubles = new()
    {
        [MailTroubleKind.Unreachable] = new("{0} ne répond pas ({1}) : vérifiez serveur et port ; les lettres attendent.", "{0} does not answer ({1}): check server and port; letters wait.", "{0} لا يجيب ({1}): تحقق من الخادم والمنفذ؛ الرسائل تنتظر."),
        [MailTroubleKind.Certificate] = new("Nul ne certifie {0} ({1}) : corrigez le certificat, ou donnez son empreinte.", "Nobody vouches for {0} ({1}): mend the certificate, or give its fingerprint.", "لا أحد يضمن {0} ({1}): صحح الشهادة أو أعط بصمتها."),
        [MailTroubleKind.Security] = new("{0} n’offre pas cette protection ou cette connexion ({1}) : choisissez-en une autre.", "{0} does not offer this protection or sign-in ({1}): choose another.", "{0} لا يوفر هذه الحماية أو هذا الدخول ({1}): اختر غيرها."),
        [MailTroubleKind.Unauthorised] = new("{0} refuse ce compte ({1}) : vérifiez utilisateur et mot de passe.", "{0} refuses this account ({1}): check user and password.", "{0} يرفض هذا الحساب ({1}): تحقق من المستخدم وكلمة المرور."),
    };

    public static string Of(MailTrouble trouble) => Troubles[trouble.Kind].With(trouble.Place, trouble.Detail);

    /// <summary>Why a notice did not arrive: our own reasons in words, a server's as it said them.</summary>
    public static string OfReason(string? reason) => reason switch { "too-late" => TooLate, "outdated" => Outdated, "no-address" => NoAddress, var said => said ?? "" };
}
