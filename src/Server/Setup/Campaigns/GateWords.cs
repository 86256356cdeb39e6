using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>The words of the list of what a campaign must have before it starts.</summary>
public static class GateWords
{
    public static readonly Word Checking = new("Vérification en cours…", "Checking…", "جار التحقق…");
    public static readonly Word Title = new("Prête à démarrer", "Ready to start", "جاهزة للانطلاق");
    public static readonly Word SeeTo = new("Compléter", "See to it", "استكمال");
    public static readonly Word Start = new("Démarrer la campagne", "Start the campaign", "إطلاق الحملة");
    public static readonly Word Resume = new("Reprendre la campagne", "Resume the campaign", "استئناف الحملة");
    public static readonly Word Now = new("Les appels en ce moment", "Calls at this moment", "الاتصال الآن");
    public static readonly Word Pause = new("Mettre en pause", "Pause", "إيقاف مؤقت");
    public static readonly Word Stop = new("Arrêter", "Stop", "إيقاف");
    public static readonly Word Missing = new("Il manque :", "Missing:", "ينقص:");
    public static readonly Word SaveFirst = new("Enregistrez d’abord vos modifications.", "Save your changes first.", "احفظ تغييراتك أولا.");
    public static readonly Word Running = new("La campagne appelle. Un appel en cours n’est jamais coupé par une pause.", "The campaign is calling. A pause never cuts a call in progress.", "الحملة جارية. الإيقاف المؤقت لا يقطع أي مكالمة جارية.");
    public static readonly Word ReadyToGo = new("Tout est prêt.", "Everything is ready.", "كل شيء جاهز.");

    public static readonly Word ItemOffer = new("Offre", "Offer", "العرض");
    public static readonly Word ItemList = new("Liste", "List", "اللائحة");
    public static readonly Word ItemGround = new("Base légale", "Legal ground", "الأساس القانوني");
    public static readonly Word ItemScript = new("Script", "Script", "سيناريو المكالمة");
    public static readonly Word ItemCallerId = new("Numéro présenté", "Caller ID", "الرقم الظاهر");
    public static readonly Word ItemPeople = new("Personnes", "People", "الأشخاص");
    public static readonly Word ItemResults = new("Qualifications", "Dispositions", "التصنيفات");
    public static readonly Word ItemRecording = new("Enregistrement", "Recording", "التسجيل");
    public static readonly Word ItemHours = new("Horaires", "Hours", "الأوقات");

    public static readonly Word ItemPapers = new("Contrats et transferts", "Contracts and transfers", "العقود ونقل المعطيات");
    public static readonly Word ItemCompetences = new("Compétences", "Competences", "الكفاءات");

    public static readonly Word ConsultantMissing = new("Aucun commercial du donneur d’ordre ne prend ces rendez-vous", "No consultant of the client takes these appointments", "لا مستشار للجهة يأخذ هذه المواعيد");
    public static readonly Word NoFreeTime = new("Aucun créneau libre dans les {0} jours", "No free time in the next {0} days", "لا وقت شاغر خلال {0} يوما");
    public static readonly Counted ConsultantsFree = new(("{0} commercial a du temps", "{0} commerciaux ont du temps"), ("{0} consultant has free time", "{0} consultants have free time"), ("لا مستشار", "مستشار واحد له وقت", "مستشاران لهما وقت", "{0} مستشارين لهم وقت", "{0} مستشارا لهم وقت", "{0} مستشار لهم وقت"));
    public static readonly Word PapersWhole = new("Tout est au dossier du donneur d’ordre", "All is on the client’s file", "كل شيء في ملف الجهة المتعاقدة");
    public static readonly Word PapersPractice = new("Non exigés sur la ligne d’entraînement", "Not needed on the practice line", "غير مطلوبة على خط التدريب");
    public static readonly Word OpeningIncomplete = new("La première étape doit dire qui appelle, pour qui, et que l’appel est commercial ; cochez ce qu’elle dit", "The first step must say who calls, for whom, and that the call is commercial; tick what it says", "يجب أن تقول المرحلة الأولى من المتصل ولحساب من وأن المكالمة تجارية؛ حدد ما تقوله");
    public static readonly Word AllAble = new("Chacun a les compétences demandées", "Everyone has the competences asked for", "كل واحد يملك الكفاءات المطلوبة");
    public static readonly Word NotAble = new("Compétence insuffisante : {0}", "Competence not sufficient: {0}", "كفاءة غير كافية: {0}");
    public static readonly Word ListMissing = new("Aucune liste n’est rattachée à la campagne", "No list is attached to the campaign", "لا توجد لائحة مرتبطة بالحملة");
    public static readonly Word ListByHand = new("Appel manuel, sans liste", "Manual dialling, without a list", "اتصال يدوي دون لائحة");
    public static readonly Word ListSpent = new("Les listes n’ont plus personne à appeler", "The lists have nobody left to call", "لم يبق في اللوائح من يُتصل به");
    public static readonly Counted ListLeft = new(("{0} prospect à appeler", "{0} prospects à appeler"), ("{0} prospect to call", "{0} prospects to call"), ("لا زبون للاتصال به", "زبون واحد للاتصال به", "زبونان للاتصال بهما", "{0} زبناء للاتصال بهم", "{0} زبونا للاتصال بهم", "{0} زبون للاتصال بهم"));
    public static readonly Word GroundNobody = new("À vérifier dès qu’une liste est importée", "Checked as soon as a list is imported", "يُتحقق منه فور استيراد لائحة");
    public static readonly Word GroundByHand = new("Vérifiée à chaque appel", "Checked at each call", "يُتحقق منه عند كل مكالمة");
    public static readonly Word GroundNone = new("Aucun des {0} prochains n’a de base pour « {1} »", "None of the next {0} has a ground for “{1}”", "لا أحد من {0} التالين له أساس قانوني لـ «{1}»");
    public static readonly Word GroundShare = new("{0} des {1} prochains en ont une", "{0} of the next {1} have one", "{0} من {1} التالين لهم أساس قانوني");
    public static readonly Word ScriptMissing = new("Rien n’est encore écrit", "Nothing is written yet", "لم يُكتب شيء بعد");
    public static readonly Counted ScriptSteps = new(("{0} étape", "{0} étapes"), ("{0} step", "{0} steps"), ("لا مرحلة", "مرحلة واحدة", "مرحلتان", "{0} مراحل", "{0} مرحلة", "{0} مرحلة"));
    public static readonly Word Mandate = new("Mandat {0}, jusqu’au {1}", "Mandate {0}, until {1}", "التفويض {0}، إلى غاية {1}");
    public static readonly Word MandateOpen = new("Mandat {0}, sans date de fin", "Mandate {0}, with no end date", "التفويض {0}، دون تاريخ انتهاء");
    public static readonly Word PeopleMissing = new("Aucun conseiller ne sert cette campagne", "No agent serves this campaign", "لا مستشار مكلف بهذه الحملة");
    public static readonly Counted PeopleCount = new(("{0} conseiller", "{0} conseillers"), ("{0} agent", "{0} agents"), ("لا مستشار", "مستشار واحد", "مستشاران", "{0} مستشارين", "{0} مستشارا", "{0} مستشار"));
    public static readonly Word ResultsWhole = new("L’arbre est complet", "The tree is whole", "الشجرة كاملة");
    public static readonly Word PurposeMissing = new("Enregistrer dès le début demande une finalité", "Recording from the start needs a purpose", "التسجيل منذ البداية يتطلب غرضا");
    public static readonly Word RecordingForbidden = new("Aucun enregistrement", "No recording", "لا تسجيل");
    public static readonly Word RecordingAlways = new("Dès le début, pour : {0}", "From the start, for: {0}", "منذ البداية، لغرض: {0}");
    public static readonly Word RecordingShare = new("Dès le début, {0} des appels, pour : {1}", "From the start, {0} of the calls, for: {1}", "منذ البداية، {0} من المكالمات، لغرض: {1}");
    public static readonly Word RecordingSystematic = new("Aucun texte ne permet d’enregistrer tous les appels : choisissez une part des appels pour la qualité, ou l’enregistrement à la demande pour la preuve d’un contrat (CNIL)", "No text lets all calls be recorded: choose a share of the calls for quality, or recording on request for the proof of a contract (CNIL)", "لا نص يسمح بتسجيل كل المكالمات: اختر نسبة منها للجودة، أو التسجيل عند الطلب لإثبات العقد (CNIL)");
    public static readonly Word RecordingUntold = new("L’ouverture du script ne dit pas que l’appel peut être enregistré : dites-le, et cochez-le", "The script’s opening does not tell that the call may be recorded: tell it, and tick it", "لا تذكر بداية النص أن المكالمة قد تُسجَّل: اذكر ذلك وضع العلامة");
    public static readonly Word RecordingHeldBack = new("Rien n’est enregistré dès le début, les appels continuent : {0}.", "Nothing is recorded from the start, the calls go on: {0}.", "لا يُسجَّل شيء منذ البداية والمكالمات مستمرة: {0}.");

    /// <summary>Why nothing may be recorded from the start, and what to do.</summary>
    internal static Word OfRecording(string fault) => fault switch { Core.Compliance.Rules.RecordingSampled.Systematic => RecordingSystematic, Core.Compliance.Rules.RecordingTold.Untold => RecordingUntold, _ => PurposeMissing };

    public static readonly Word RecordingAsked = new("À la demande, pour : {0}", "On request, for: {0}", "عند الطلب، لغرض: {0}");
    public static readonly Word ClientClosed = new("Le donneur d’ordre est fermé aujourd’hui", "The client is closed today", "الجهة المتعاقدة مغلقة اليوم");
    public static readonly Counted HoursNow = new(("{0} peut être appelé maintenant", "{0} peuvent être appelés maintenant"), ("{0} may be called now", "{0} may be called now"), ("لا أحد الآن", "يمكن الاتصال بواحد الآن", "يمكن الاتصال باثنين الآن", "يمكن الاتصال بـ {0} الآن", "يمكن الاتصال بـ {0} الآن", "يمكن الاتصال بـ {0} الآن"));
    public static readonly Word HoursNext = new("Premier appel possible {0} à {1}, heure de Paris", "First call possible {0} at {1}, Paris time", "أول اتصال ممكن {0} على {1} بتوقيت باريس");
    public static readonly Word HoursNever = new("Aucun des prochains ne pourra être appelé : {0}", "None of the next ones may ever be called: {0}", "لا يمكن الاتصال بأحد من التالين: {0}");
    public static readonly Word HoursNobody = new("Personne à appeler", "Nobody to call", "لا أحد للاتصال به");

    internal static Word Name(GateItem item) => item switch
    {
        GateItem.Offer => ItemOffer,
        GateItem.List => ItemList,
        GateItem.Ground => ItemGround,
        GateItem.Script => ItemScript,
        GateItem.CallerId => ItemCallerId,
        GateItem.Papers => ItemPapers,
        GateItem.Competences => ItemCompetences,
        GateItem.People => ItemPeople,
        GateItem.Appointments => Appointments.AppointmentWords.Title,
        GateItem.Results => ItemResults,
        GateItem.Recording => ItemRecording,
        _ => ItemHours,
    };
}
