using Plateau.Server.Web.Words;

namespace Plateau.Server.Desks.Work;

/// <summary>What an agent’s desk says.</summary>
public static class DeskWords
{
    public static readonly Word Title = new("Bureau", "Desk", "المكتب");
    public static readonly Word NoAgent = new("Aucun conseiller n’est lié à votre compte", "No agent is linked to your account", "لا مستشار مرتبط بحسابك");
    public static readonly Word TakenForMachine = new("Pris pour un répondeur", "Taken for a machine", "حُسب مجيبا آليا");
    public static readonly Word TakenForMachineWhy = new("Dites par le résultat qui a répondu : la détection est jugée là-dessus.", "Say by the result who answered: detection is judged by it.", "بيّن في النتيجة من أجاب: بذلك يُقاس الكشف.");
    public static readonly Word NoAgentWhy = new("Demandez au directeur de lier votre compte à un conseiller, dans Personnes.", "Ask the director to link your account to an agent, under People.", "اطلب من المدير ربط حسابك بمستشار في صفحة الأشخاص.");
    public static readonly Word Waiting = new("Prêt : le prochain appel arrive ici", "Ready: the next call comes here", "جاهز: المكالمة التالية تصل هنا");
    public static readonly Word WaitingWhy = new("Vous verrez d’abord pour quel client, qui, et sur quel fondement.", "You will first see for which client, who it is, and on what legal ground.", "سترى أولاً لأي جهة ومن هو وعلى أي أساس.");
    public static readonly Word NotReady = new("Vous ne recevez pas d’appels", "You receive no calls", "لا تستقبل مكالمات");
    public static readonly Word NotReadyWhy = new("Passez à Prêt quand vous l’êtes.", "Become ready when you are.", "انتقل إلى جاهز حين تكون كذلك.");
    public static readonly Word CampaignClosed = new("{0} vous est fermée.", "{0} is closed to you.", "حملة {0} مغلقة أمامك.");
    public static readonly Word CampaignClosedWhy = new("Il vous manque : {0}. L’appel en cours continue. Demandez à votre superviseur ou au formateur d’enregistrer l’habilitation, puis rouvrez le poste.", "You lack: {0}. The present call goes on. Ask your supervisor or trainer to enter the certification, then open the desk again.", "ينقصك: {0}. المكالمة الجارية تستمر. اطلب من مشرفك أو المكوّن تسجيل التأهيل، ثم افتح المكتب من جديد.");
    public static readonly Word Open = new("Ouvrir le poste", "Open the desk", "فتح المكتب");
    public static readonly Word Ready = new("Prêt", "Ready", "جاهز");
    public static readonly Word Leave = new("Fermer le poste", "Close the desk", "إغلاق المكتب");
    public static readonly Word After = new("Après cet appel : {0}", "After this call: {0}", "بعد هذه المكالمة: {0}");
    public static readonly Word Since = new("depuis {0}", "for {0}", "منذ {0}");
    public static readonly Word IntroduceAs = new("Se présenter : « {0}, pour {1} »", "Introduce yourself: “{0}, for {1}”", "قدّم نفسك: «{0}، لفائدة {1}»");
    public static readonly Word Who = new("Interlocuteur", "Who it is", "المخاطَب");
    public static readonly Word Name = new("Nom", "Name", "الاسم");
    public static readonly Word Company = new("Société", "Company", "الشركة");
    public static readonly Word Place = new("Lieu", "Place", "المكان");
    public static readonly Word NumberToCall = new("Numéro à appeler", "Number to call", "الرقم المراد الاتصال به");
    public static readonly Word NumberByRule = new("selon la règle", "by the rule", "حسب القاعدة");
    public static readonly Word Number = new("Numéro", "Number", "الرقم");
    public static readonly Word Reference = new("Référence", "Reference", "المرجع");
    public static readonly Word ThereIs = new("Chez lui", "Their time", "توقيته");
    public static readonly Word Attempt = new("Tentative", "Attempt", "المحاولة");
    public static readonly Word Unnamed = new("Sans nom", "No name", "دون اسم");
    public static readonly Word Ground = new("Fondement", "Legal ground", "الأساس القانوني");
    public static readonly Word Allowed = new("Appel permis", "Call allowed", "مكالمة مسموح بها");
    public static readonly Word PermitLine = new("Permis {0}, lu à {1}, numéro présenté {2}", "Permit {0}, read at {1}, number shown {2}", "تصريح {0}، قُرئ في {1}، الرقم الظاهر {2}");
    public static readonly Word BeforeCall = new("Pas encore appelé", "Not called yet", "لم يُتصل به بعد");
    public static readonly Word History = new("Historique", "History", "السجل");
    public static readonly Word NoHistory = new("Premier appel à cette personne", "First call to this person", "أول اتصال بهذا الشخص");
    public static readonly Word Underway = new("Appel en cours", "Call under way", "مكالمة جارية");
    public static readonly Word Script = new("Script", "Script", "النص");
    public static readonly Word NoScript = new("Cette campagne n’a pas de script", "This campaign has no script", "لا نص لهذه الحملة");
    public static readonly Word Notes = new("Notes", "Notes", "ملاحظات");
    public static readonly Word DraftKept = new("Brouillon gardé dans ce navigateur", "Draft kept in this browser", "المسودة محفوظة في هذا المتصفح");
    public static readonly Word Result = new("Résultat", "Result", "النتيجة");
    public static readonly Word OneKey = new("une touche, hors saisie", "one key, outside a field", "مفتاح واحد خارج الحقول");
    public static readonly Word Callback = new("Rappel", "Callback", "معاودة الاتصال");
    public static readonly Word Mine = new("Pour moi", "Mine", "لي");
    public static readonly Word Shared = new("Partagé", "Shared", "مشترك");
    public static readonly Word WhenTyped = new("Quand, chez lui", "When, in their time", "متى، بتوقيته");
    public static readonly Word Example = new("jeu 14h30", "thu 14:30", "الخميس 14:30");
    public static readonly Word Permitted = new("permis", "allowed", "مسموح");
    public static readonly Word Forbidden = new("interdit", "not allowed", "ممنوع");
    public static readonly Word NotUnderstood = new("Écrivez par exemple « jeu 14h30 », « demain 10h » ou « 26/11 9:30 ».", "Write for instance “thu 14:30”, “tomorrow 10” or “26/11 9:30”.", "اكتب مثلاً «14:30» أو «26/11 9:30».");
    public static readonly Word InstantThere = new("{0} à {1} chez lui, {2} ici.", "{0} at {1} in their time, {2} here.", "{0} في {1} بتوقيته، {2} هنا.");
    public static readonly Word SubmitTalking = new("Raccrocher, valider, suivant", "Hang up, confirm, next", "إنهاء وتأكيد والتالي");
    public static readonly Word Submit = new("Valider, suivant", "Confirm, next", "تأكيد والتالي");
    public static readonly Word ChooseFirst = new("Choisissez un résultat", "Choose a result", "اختر نتيجة");
    public static readonly Word ChooseTime = new("Choisissez un moment permis", "Choose an allowed time", "اختر وقتاً مسموحاً");
    public static readonly Word BookFirst = new("Prenez d’abord un rendez-vous", "Book an appointment first", "حدد موعداً أولاً");
    public static readonly Word Kept = new("Résultat gardé.", "Result kept.", "حُفظت النتيجة.");
    public static readonly Word MyDay = new("Ma journée", "My day", "يومي");
    public static readonly Word Calls = new("conversations", "conversations", "محادثات");
    public static readonly Word Successes = new("succès", "successes", "نجاحات");
    public static readonly Word Talk = new("parlé", "talked", "وقت الكلام");
    public static readonly Word Recording = new("Enregistrement", "Recording", "التسجيل");
    public static readonly Word NotRecorded = new("Non enregistré", "Not recorded", "غير مسجّل");
    public static readonly Word Recorded = new("Enregistré, objet : {0}", "Recorded, purpose: {0}", "مسجّل، الغرض: {0}");
    public static readonly Word RecordingPaused = new("Enregistrement suspendu", "Recording paused", "التسجيل معلّق");
    public static readonly Word Start = new("Enregistrer", "Record", "تسجيل");
    public static readonly Word Pause = new("Suspendre", "Pause", "تعليق");
    public static readonly Word Resume = new("Reprendre", "Resume", "استئناف");
    public static readonly Word Stop = new("Arrêter", "Stop", "إيقاف");
    public static readonly Word Transfer = new("Transfert", "Transfer", "تحويل");
    public static readonly Word NoColleague = new("Aucun collègue prêt", "No colleague is ready", "لا زميل جاهز");
    public static readonly Word ConsultHim = new("Consulter", "Ask first", "استشارة");
    public static readonly Word Blind = new("Transférer", "Transfer", "تحويل");
    public static readonly Word TakeBack = new("Reprendre le client", "Take the customer back", "استرجاع الزبون");
    public static readonly Word HandOver = new("Passer le client", "Hand over", "تسليم الزبون");
    public static readonly Word AllThree = new("À trois", "All three", "ثلاثة");
    public static readonly Word AskedColleague = new("{0} est consulté", "{0} is asked", "تتم استشارة {0}");
    public static readonly Word Listened = new("Un superviseur écoute", "A supervisor listens", "مشرف يستمع");
    public static readonly Word CallNow = new("Appeler", "Call", "اتصال");
    public static readonly Word Skip = new("Passer", "Skip", "تجاوز");
    public static readonly Word PreviewWhy = new("Lisez la fiche, puis appelez : votre clic est gardé comme preuve.", "Read, then call: your click is kept as evidence.", "اقرأ البطاقة ثم اتصل: نقرتك تُحفظ دليلاً.");
    public static readonly Word HangUp = new("Raccrocher", "Hang up", "إنهاء");
    public static readonly Word Tonight = new("ce soir", "this evening", "هذا المساء");
    public static readonly Word Tomorrow = new("demain", "tomorrow", "غداً");
    public static readonly Word KeysResult = new("résultat, puis moment du rappel", "result, then time of the callback", "النتيجة ثم وقت المعاودة");
    public static readonly Word KeysSubmit = new("valider et passer au suivant", "confirm and go on", "تأكيد والمتابعة");
    public static readonly Word KeysLeave = new("sortir de la saisie", "leave a field", "مغادرة الحقل");
    public static readonly Word KeysOwn = new("Mes touches", "My keys", "مفاتيحي");
    public static readonly Word KeysOwnWhy = new("Écrivez une autre lettre : elle vous suit sur tous les postes.", "Type another letter: it follows you to every computer.", "اكتب حرفاً آخر: يرافقك على كل جهاز.");
    public static readonly Word KeysChange = new("Changer mes touches", "Change my keys", "تغيير مفاتيحي");
    public static readonly Word ScriptAnswer = new("Réponse {0} du script", "Answer {0} of the script", "الجواب {0} في السيناريو");
    public static readonly Word KeysReset = new("Revenir aux touches de la maison", "Back to the keys of the house", "العودة إلى مفاتيح الأصل");
    public static readonly Word KeyTaken = new("{0} sert déjà à : {1}. Choisissez une autre lettre.", "{0} already does: {1}. Choose another letter.", "الحرف {0} مستعمل بالفعل لـ: {1}. اختر حرفاً آخر.");
    public static readonly Word KeyUnfit = new("Une lettre de A à Z, sauf {0}, qui marque un message lu.", "A letter from A to Z, except {0}, which marks a message as read.", "حرف من A إلى Z، عدا {0} الذي يعلّم الرسالة كمقروءة.");
    public static readonly Word Mute = new("Couper ou rouvrir le micro", "Mute or unmute", "كتم الصوت أو فتحه");
    public static readonly Word Hold = new("Mettre en garde ou reprendre", "Hold or take back", "انتظار أو استئناف");
    public static readonly Word Held = new("Reprendre", "Take back", "استئناف");
    public static readonly Word HoldShort = new("Garde", "Hold", "انتظار");
    public static readonly Word Keypad = new("Clavier du téléphone", "Telephone keypad", "لوحة الأرقام");
    public static readonly Word Wishes = new("La personne demande", "The person asks", "يطلب المخاطَب");
    public static readonly Word WishAsk = new("Noter", "Note", "تدوين");
    public static readonly Word WishWhy = new("À noter même si l’appel finit autrement.", "Note it whatever else comes of the call.", "يدوَّن مهما كانت نتيجة المكالمة.");
    public static readonly Word WishStands = new("En vigueur dès la fin de l’appel.", "In force as soon as the call is closed.", "يسري فور انتهاء المكالمة.");
    public static readonly Word WishBack = new("Annuler", "Undo", "تراجع");
    public static readonly Word Find = new("Appeler à la main", "Call by hand", "اتصال يدوي");
    public static readonly Word FindWhy = new("Nom, société, référence ou numéro", "Name, company, reference or number", "الاسم أو الشركة أو المرجع أو الرقم");
    public static readonly Word FindNone = new("Personne sur les listes de cette campagne.", "Nobody on the lists of this campaign.", "لا أحد على لوائح هذه الحملة.");
    public static readonly Word RefusedBy = new("Refusé par la règle {0}", "Refused by rule {0}", "مرفوض بالقاعدة {0}");
    public static readonly Word LawfulFrom = new("permis à partir du {0} à {1} chez lui", "allowed from {0} at {1} in their time", "مسموح ابتداءً من {0} على الساعة {1} بتوقيته");
    public static readonly Word NeverLawful = new("aucun moment ne le permet tant que cela dure", "no time allows it while this lasts", "لا وقت يسمح به ما دام هذا قائماً");
    public static readonly Word MyCallbacks = new("Rappels", "Callbacks", "معاودات الاتصال");
    public static readonly Word NoCallbacks = new("Aucun rappel promis", "No callback promised", "لا معاودة موعودة");
    public static readonly Word TimeHere = new("{0} ici", "{0} here", "{0} هنا");
    public static readonly Word ToMe = new("à moi", "mine", "لي");
    public static readonly Word ToAnyone = new("partagé", "shared", "مشترك");
    public static readonly Word NextBreak = new("{0} à {1}, dans {2}", "{0} at {1}, in {2}", "{0} على {1}، بعد {2}");
    public static readonly Word BreakNow = new("{0} jusqu’à {1}", "{0} until {1}", "{0} حتى {1}");

    /// <summary>What an act of the keys is called.</summary>
    internal static string Of(DeskAct act) => act switch
    {
        DeskAct.Ready => Ready, DeskAct.Mute => Mute, DeskAct.Hold => Hold, DeskAct.Keypad => Keypad, DeskAct.HangUp => HangUp,
        DeskAct.Notes => Notes, DeskAct.Wish => Wishes, DeskAct.Find => Find, DeskAct.Call => CallNow, DeskAct.Skip => Skip, DeskAct.Appointment => Appointments.AppointmentWords.Offer, DeskAct.Tongue => Appointments.AppointmentWords.Tongue,
        DeskAct.Back => Setup.Campaigns.Steps.ScriptWords.Back, _ => ScriptAnswer.With(KeyMap.Answers.ToList().IndexOf(act) + 1),
    };

    /// <summary>What a person asks for, as they say it.</summary>
    public static readonly Word TakenBack = new("La personne affichée vous a été retirée :", "The person before you was taken back:", "سُحب الشخص المعروض عليك:");

    internal static string AskOf(SpokenWishKind kind) => kind == SpokenWishKind.Opposition ? Opposes : Withdraws;

    /// <summary>That it was written down.</summary>
    internal static string TakenOf(SpokenWishKind kind) => kind == SpokenWishKind.Opposition ? Opposed : Withdrawn;

    private static readonly Word Opposes = new("Ne plus jamais être appelée", "Never to be called again", "عدم الاتصال به مجدداً");
    private static readonly Word Opposed = new("Opposition notée", "Objection noted", "دُوّن التعرض");
    private static readonly Word Withdraws = new("Retirer son consentement", "To take back their consent", "سحب موافقته");
    private static readonly Word Withdrawn = new("Retrait du consentement noté", "Withdrawal of consent noted", "دُوّن سحب الموافقة");
}
