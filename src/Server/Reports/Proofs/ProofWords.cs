using Plateau.Server.Web.Words;

namespace Plateau.Server.Reports.Proofs;

/// <summary>The words of the proof of a call: permit or refusal, what happened, recordings, where it stands in the journal.</summary>
internal static class ProofWords
{
    public static readonly Word Title = new("Preuve d’un appel", "Proof of a call", "إثبات مكالمة");
    public static readonly Word TitleOfRefusal = new("Preuve d’un refus", "Proof of a refusal", "إثبات رفض");
    public static readonly Word Call = new("Appel {0}", "Call {0}", "المكالمة {0}");
    public static readonly Word Unknown = new("Cet appel n’existe pas", "There is no such call", "لا توجد مكالمة بهذا المعرّف");
    public static readonly Word UnknownWhy = new("L’adresse est fausse, ou l’appel n’est pas pour vous.", "The address is wrong, or the call is not for you.", "العنوان غير صحيح، أو المكالمة ليست لك.");
    public static readonly Word Permitted = new("Appel permis", "Call permitted", "المكالمة مأذون بها");
    public static readonly Word Refused = new("Appel refusé", "Call refused", "المكالمة مرفوضة");
    public static readonly Word Elsewhere = new("Appel fait ailleurs, que le donneur d’ordre a déclaré : il compte, sans autorisation d’ici.", "A call made elsewhere, told by the client: it counts, without a permit of ours.", "مكالمة أجريت في مكان آخر وصرّحت بها الجهة المتعاقدة: تُحتسب دون إذن منا.");
    public static readonly Word PermittedAt = new("Autorisé le {0} par le recueil du {1}", "Permitted on {0} by the book of {1}", "أُذن بها في {0} حسب دليل {1}");
    public static readonly Word RefusedAt = new("Refusé le {0}", "Refused on {0}", "رُفضت في {0}");
    public static readonly Word Ground = new("Base légale", "Legal ground", "الأساس القانوني");
    public static readonly Word Consent = new("consentement", "consent", "موافقة مسبقة");
    public static readonly Word Contract = new("contrat en cours", "current contract", "عقد جار");
    public static readonly Word Request = new("demande de rappel", "callback request", "طلب معاودة الاتصال");
    public static readonly Word Profession = new("intérêt légitime, appel professionnel", "legitimate interest, call to a professional", "مصلحة مشروعة، اتصال مهني");
    public static readonly Word Service = new("appel de service, rien n’est proposé", "service call, nothing is offered", "مكالمة خدمة دون عرض");
    public static readonly Word NoObjection = new("aucune opposition", "no objection", "لا تعرض");
    public static readonly Word Register = new("registre d’opposition consulté", "opt-out register checked", "روجع سجل الرفض");
    public static readonly Word Press = new("presse", "press", "صحافة");
    public static readonly Word LocalTime = new("Heure chez la personne", "The person’s time", "توقيت الشخص");
    public static readonly Word Counted = new("Tentatives comptées", "Attempts counted", "المحاولات المحتسبة");
    public static readonly Word CountedBefore = new("{0} sur les 30 jours d’avant ; tentative {1} de cette fiche", "{0} in the 30 days before; number {1} of this prospect", "{0} خلال 30 يوما قبلها؛ رقم {1} لهذا الزبون المحتمل");
    public static readonly Word Number = new("Numéro appelé", "Number called", "الرقم المتصل به");
    public static readonly Word NumberWas = new("le n° {0} de la personne : {1}", "number {0} of the person: {1}", "الرقم {0} للشخص: {1}");

    private static readonly Dictionary<string, Word> Whys = new(StringComparer.Ordinal)
    {
        [Core.Prospecting.NumberChoice.Chosen] = new("choisi par le conseiller", "chosen by the agent", "اختاره المستشار"),
        [Core.Prospecting.NumberChoice.Only] = new("les autres sont hors service", "the others are dead", "الأرقام الأخرى خارج الخدمة"),
        [Core.Prospecting.NumberChoice.Reached] = new("on y a parlé à la personne la dernière fois", "the person was last spoken with there", "جرى الحديث مع الشخص عبره آخر مرة"),
        [Core.Prospecting.NumberChoice.Untried] = new("jamais appelé, et le plus probable à cette heure", "never called, and the likeliest at this hour", "لم يُتصل به قط، وهو الأرجح في هذه الساعة"),
        [Core.Prospecting.NumberChoice.Turn] = new("celui qui attend depuis le plus longtemps", "the one that has waited longest", "الذي انتظر أطول مدة"),
    };

    /// <summary>Why this number of several was called.</summary>
    public static Word WhyNumber(string why) => Whys[why];

    public static readonly Word CallerId = new("Numéro présenté", "Caller ID", "الرقم الظاهر");
    public static readonly Word Mandate = new("mandat {0}", "mandate {0}", "التفويض {0}");
    public static readonly Word Mode = new("Mode", "Mode", "الوضع");
    public static readonly Word Clicked = new("Clic de {0} à {1}", "Click of {0} at {1}", "نقرة {0} على الساعة {1}");
    public static readonly Word NoClick = new("composé par la campagne, sans clic", "dialled by the campaign, without a click", "اتصلت به الحملة دون نقرة");
    public static readonly Word Tzdb = new("fuseaux {0}", "zones {0}", "المناطق الزمنية {0}");
    public static readonly Word About = new("Objet", "About", "الموضوع");
    public static readonly Counted Passed = new(("{0} règle interrogée, rien contre", "{0} règles interrogées, aucune contre"), ("{0} rule asked, nothing against", "{0} rules asked, none against"), ("لم تُسأل أي قاعدة", "سُئلت قاعدة واحدة ولا مانع", "سُئلت قاعدتان ولا مانع", "سُئلت {0} قواعد ولا مانع", "سُئلت {0} قاعدة ولا مانع", "سُئلت {0} قاعدة ولا مانع"));
    public static readonly Word Records = new("Pièces", "Evidence", "المستندات");
    public static readonly Word NoRecords = new("Cette autorisation ne repose sur aucune pièce gardée ici, ou elle est d’avant leurs empreintes.", "This permit rests on no record kept here, or is older than their fingerprints.", "لا يستند هذا الإذن إلى مستند محفوظ هنا، أو هو أقدم من بصماتها.");
    public static readonly Word OfMandate = new("mandat du numéro", "mandate for the number", "تفويض الرقم");
    public static readonly Word RecordStands = new("inchangée depuis", "unchanged since", "لم يتغير منذئذ");
    public static readonly Word RecordChanged = new("modifiée depuis", "changed since", "تغير منذئذ");
    public static readonly Word RecordGone = new("n’est plus gardée ici", "no longer kept here", "لم يعد محفوظا هنا");
    public static readonly Word Piece = new("Fichier de la pièce :", "The piece’s own file:", "ملف المستند:");
    public static readonly Word HowToCompare = new("L’empreinte est le SHA-256 de la pièce telle qu’elle est inscrite ici ; la preuve à télécharger contient ce texte. Pour comparer avec le fichier que vous détenez (formulaire, son), calculez son SHA-256 : il égale celui du fichier de la pièce quand sa référence le porte (sha256:…).", "The fingerprint is the SHA-256 of the record as it is entered here; the proof that you download holds that text. To compare with the file that you hold (a form, a sound), count its SHA-256: it equals that of the piece’s own file where its reference carries it (sha256:…).", "البصمة هي SHA-256 للمستند كما هو مسجل هنا، والإثبات الذي تنزله يتضمن نصه. للمقارنة مع الملف الذي لديك (استمارة أو صوت) احسب SHA-256 له: يساوي بصمة ملف المستند حين يحملها مرجعه (sha256:…).");
    public static readonly Word Take = new("Télécharger la preuve", "Download the proof", "تنزيل الإثبات");
    public static readonly Word Rules = new("Recueil des règles", "Rule book", "دليل القواعد");
    public static readonly Word Rule = new("Règle", "Rule", "القاعدة");
    public static readonly Word Says = new("Ce qu’elle dit", "What it says", "ما تنص عليه");
    public static readonly Word Reason = new("Motif", "Reason", "السبب");
    public static readonly Word Also = new("Aussi contre l’appel", "Also against the call", "قواعد أخرى ضد المكالمة");
    public static readonly Word Lawful = new("Possible à partir de", "Lawful from", "ممكن ابتداء من");
    public static readonly Word Never = new("aucune date connue", "no date is known", "لا تاريخ معروف");
    public static readonly Word Text = new("Texte", "Text", "النص");
    public static readonly Word Course = new("Déroulement", "Course", "مجريات المكالمة");
    public static readonly Word Agent = new("Conseiller", "Agent", "المستشار");
    public static readonly Word List = new("Liste", "List", "اللائحة");
    public static readonly Word Campaign = new("Campagne", "Campaign", "الحملة");
    public static readonly Word Earlier = new("Avant", "Before", "قبلها");
    public static readonly Word NoEarlier = new("première tentative de cette fiche", "first attempt on this prospect", "أول محاولة لهذا الزبون المحتمل");
    public static readonly Word Journal = new("Journal", "Journal", "السجل");
    public static readonly Word Place = new("journal {0}, fait {1}", "journal {0}, fact {1}", "السجل {0}، الواقعة {1}");
    public static readonly Word Fingerprint = new("Empreinte", "Fingerprint", "البصمة");
    public static readonly Word FingerprintWhy = new("SHA-256 du fait tel que le journal le garde, 128 premiers bits", "SHA-256 of the fact as the journal keeps it, first 128 bits", "SHA-256 للواقعة كما يحفظها السجل، أول 128 بت");
    public static readonly Word Chain = new("Chaîne", "Chain", "السلسلة");
    public static readonly Word ChainWhy = new("SHA-256 de cette décision et de celle d’avant : qui en change une rompt toutes les suivantes", "SHA-256 of this decision and the one before: whoever changes one breaks all that follow", "SHA-256 لهذا القرار والذي قبله: من غيّر واحدا كسر كل ما بعده");
    public static readonly Word ChainBefore = new("Précédente", "The one before", "السابق");
    public static readonly Word Follows = new("suit la décision précédente", "follows from the decision before", "يتبع القرار السابق");
    public static readonly Word Broken = new("ne suit pas la décision précédente", "does not follow from the decision before", "لا يتبع القرار السابق");
    public static readonly Word FactNotice = new("Pas de conseiller : l’avis est joué", "No agent: the notice is played", "لا مستشار: شُغّل الإشعار");
    public static readonly Word FactNoticeUnheard = new("L’avis n’a pas pu être joué, la personne n’a rien entendu", "The notice could not be played, the person heard nothing", "تعذّر تشغيل الإشعار ولم يسمع الشخص شيئا");
    public static readonly Word FactSampled = new("Pris pour un répondeur, écouté par un conseiller", "Taken for a machine, heard by an agent", "حُسب مجيبا آليا، واستمع إليه مستشار");
    public static readonly Word FactExamined = new("Règles relues, même réponse", "Rules asked again, same answer", "روجعت القواعد، الجواب نفسه");
    public static readonly Word FactExaminedFault = new("Règles relues : {0}", "Rules asked again: {0}", "روجعت القواعد: {0}");
    public static readonly Word Recordings = new("Enregistrements", "Recordings", "التسجيلات");
    public static readonly Word NoRecording = new("Aucun enregistrement de cet appel.", "This call was not recorded.", "لم تُسجّل هذه المكالمة.");
    public static readonly Word Purpose = new("Finalité : {0}", "Purpose: {0}", "الغرض: {0}");
    public static readonly Word Played = new("Chaque écoute est inscrite au registre.", "Every play is written in the audit log.", "يُدوَّن كل استماع في سجل المراقبة.");
    public static readonly Word NotForYou = new("Vous ne pouvez pas écouter les enregistrements de ce donneur d’ordre.", "You may not listen to this client’s recordings.", "لا يمكنك الاستماع إلى تسجيلات هذه الجهة.");
    public static readonly Word Running = new("enregistrement en cours", "being recorded", "التسجيل جار");
    public static readonly Word Missing = new("Le fichier de cet enregistrement manque : il a été retiré, ou le commutateur ne l’a pas laissé ici.", "The file of this recording is missing: it was removed, or the switch did not leave it here.", "ملف هذا التسجيل غير موجود: أُزيل، أو لم يتركه المقسم هنا.");
    public static readonly Word Incomplete = new("fin manquante", "its end is missing", "نهايته مفقودة");
    public static readonly Word Listen = new("Écouter l’enregistrement {0}", "Listen to recording {0}", "الاستماع إلى التسجيل {0}");
    public static readonly Word OwnPage = new("Page de l’appel", "Page of the call", "صفحة المكالمة");
    public static readonly Word Quality = new("qualité", "quality", "الجودة");
    public static readonly Word ProofOfContract = new("preuve du contrat", "proof of contract", "إثبات العقد");

    public static readonly Word FactPermit = new("Autorisé", "Permitted", "أُذن");
    public static readonly Word FactPlaced = new("Remis au commutateur", "Given to the switch", "سُلّم إلى المقسم");
    public static readonly Word FactRang = new("Sonne", "Rings", "يرن");
    public static readonly Word FactAnswered = new("Décroché", "Answered", "رُفعت السماعة");
    public static readonly Word FactOffered = new("Proposé à {0}", "Offered to {0}", "عُرضت على {0}");
    public static readonly Word FactMissed = new("Non pris par {0}", "Missed by {0}", "لم يأخذها {0}");
    public static readonly Word FactOfferOver = new("Retiré à {0} : le message a déjà été joué", "Taken from {0}: the notice was played already", "سُحبت من {0}: شُغّلت الرسالة من قبل");
    public static readonly Word FactAccepted = new("Pris par {0}", "Taken by {0}", "أخذها {0}");
    public static readonly Word FactConnected = new("En communication avec {0}", "Speaks with {0}", "في محادثة مع {0}");
    public static readonly Word FactHold = new("Mis en attente", "On hold", "وُضع في الانتظار");
    public static readonly Word FactResumed = new("Reprise", "Resumed", "استئناف");
    public static readonly Word FactRecording = new("Enregistrement demandé", "Recording ordered", "طُلب التسجيل");
    public static readonly Word FactRecordingPaused = new("Enregistrement suspendu", "Recording paused", "أُوقف التسجيل مؤقتا");
    public static readonly Word FactRecordingResumed = new("Enregistrement repris", "Recording resumed", "استُؤنف التسجيل");
    public static readonly Word FactRecordingStopped = new("Enregistrement arrêté", "Recording stopped", "توقف التسجيل");
    public static readonly Word FactKept = new("Enregistrement gardé, {0}", "Recording kept, {0}", "حُفظ التسجيل، {0}");
    public static readonly Word FactTransferred = new("Transféré à {0}", "Transferred to {0}", "حُوّلت إلى {0}");
    public static readonly Word FactReleased = new("Raccroché", "Released", "أُنهيت المحادثة");
    public static readonly Word FactEnded = new("Terminé : {0}", "Ended: {0}", "انتهت: {0}");
    public static readonly Word FactDisposed = new("Qualifié : {0}", "Disposed: {0}", "صُنّفت: {0}");
}
