using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>The words of the campaigns' pages.</summary>
public static class CampaignWords
{
    public static readonly Word Title = new("Campagnes", "Campaigns", "الحملات");
    public static readonly Word Page = new("Campagne", "Campaign", "حملة");
    public static readonly Word New = new("Nouvelle campagne", "New campaign", "حملة جديدة");
    public static readonly Word Make = new("Créer la campagne", "Create the campaign", "إنشاء الحملة");
    public static readonly Word Empty = new("Les campagnes viendront ici", "Campaigns will be here", "ستظهر الحملات هنا");
    public static readonly Word EmptyWhy = new("Une campagne réunit une liste, un script, un numéro et des conseillers. Aucune n’est encore créée.", "A campaign brings together a list, a script, a number and agents. None is made yet.", "تجمع الحملة لائحة وسيناريو ورقما ومستشارين. لم تُنشأ أي حملة بعد.");
    public static readonly Word NeedsClient = new("Il faut d’abord un donneur d’ordre.", "A client comes first.", "يلزم أولا إدخال جهة متعاقدة.");
    public static readonly Word ToClients = new("Entrer un donneur d’ordre", "Enter a client", "إدخال جهة متعاقدة");
    public static readonly Word Name = new("Nom", "Name", "الاسم");
    public static readonly Word Client = new("Donneur d’ordre", "Client", "الجهة المتعاقدة");
    public static readonly Word Programme = new("Opération", "Programme", "البرنامج");
    public static readonly Word Mode = new("Mode d’appel", "Dial mode", "طريقة الاتصال");
    public static readonly Word State = new("État", "State", "الحالة");
    public static readonly Word Left = new("À appeler", "To call", "للاتصال بهم");
    public static readonly Word Live = new("Appels en cours", "Live calls", "مكالمات جارية");
    public static readonly Word Callbacks = new("Rappels", "Callbacks", "المعاودات");
    public static readonly Word Lacks = new("Manque", "Missing", "الناقص");
    public static readonly Word NothingMissing = new("rien", "nothing", "لا شيء");
    public static readonly Word Running = new("En cours", "Running", "جارية");
    public static readonly Word Paused = new("En pause", "Paused", "متوقفة مؤقتا");
    public static readonly Word Stopped = new("Arrêtée", "Stopped", "متوقفة");
    public static readonly Word Draft = new("En préparation", "Being prepared", "قيد الإعداد");
    public static readonly Word Unknown = new("Cette campagne n’existe pas", "There is no such campaign", "هذه الحملة غير موجودة");
    public static readonly Word UnknownWhy = new("Elle n’a jamais été créée, ou elle est à un donneur d’ordre que vous ne voyez pas.", "It was never made, or belongs to a client that you don’t see.", "لم تُنشأ قط، أو تعود إلى جهة لا تطلع عليها.");
    public static readonly Word Steps = new("Étapes", "Steps", "المراحل");
    public static readonly Word Save = new("Enregistrer", "Save", "حفظ");
    public static readonly Word Saved = new("Enregistré, version {0}", "Saved, version {0}", "حُفظ، النسخة {0}");
    public static readonly Word Unsaved = new("Modifications non enregistrées", "Unsaved changes", "تغييرات غير محفوظة");
    public static readonly Word SavedNow = new("Campagne enregistrée.", "Campaign saved.", "حُفظت الحملة.");
    public static readonly Word Started = new("La campagne appelle.", "The campaign is calling.", "انطلقت الحملة.");
    public static readonly Word ToMend = new("À corriger avant d’enregistrer", "To mend before saving", "يجب تصحيحه قبل الحفظ");
    public static readonly Word ChangedMeanwhile = new("Quelqu’un d’autre a changé cette campagne entre-temps. Rechargez la page et refaites votre modification.", "Somebody else changed this campaign meanwhile. Reload the page and make your change again.", "غيّر شخص آخر هذه الحملة في هذه الأثناء. أعد تحميل الصفحة وكرر تغييرك.");

    public static readonly Word Offer = new("Ce qui est proposé", "What is offered", "ما يُعرض");
    public static readonly Word OfferHint = new("Dans les mots des consentements et des contrats : c’est par eux qu’une base légale est reconnue.", "In the words of the consents and contracts: a legal ground is recognised by them.", "بعبارات الموافقات والعقود: بها يُعرف الأساس القانوني.");
    public static readonly Word Manual = new("Le conseiller compose", "The agent dials", "المستشار يطلب الرقم");
    public static readonly Word Preview = new("Le conseiller voit le prospect, puis lance l’appel", "The agent sees the prospect, then lets the call go", "يرى المستشار الزبون ثم يطلق المكالمة");
    public static readonly Word Progressive = new("Un appel pour chaque conseiller disponible", "One call for each agent who is ready", "مكالمة لكل مستشار جاهز");
    public static readonly Word Power = new("Plusieurs appels pour chaque conseiller disponible", "Several calls for each agent who is ready", "عدة مكالمات لكل مستشار جاهز");
    public static readonly Word Predictive = new("Autant d’appels que le budget d’abandon le permet", "As many calls as the budget of abandonment lets", "أكبر عدد من المكالمات يسمح به سقف التخلي");
    public static readonly Word PowerRatio = new("Appels pour un conseiller disponible", "Calls for each agent who is ready", "المكالمات لكل مستشار جاهز");
    public static readonly Word AbandonmentLimit = new("Abandons au plus, en % des personnes qui répondent", "Abandoned at most, in % of people who answer", "أقصى نسبة للتخلي من المجيبين، بالمائة");
    public static readonly Word Notice = new("Message pour qui ne trouve pas de conseiller", "Message for whoever finds no agent", "رسالة لمن لا يجد مستشارا");
    public static readonly Word NoticeHint = new("Le son du commutateur qui dit qui a appelé et comment s’opposer. Aucun appel ne doit rester muet.", "The sound at the switch that says who called and how to object. No call may be silent.", "ملف الصوت في المقسم الذي يقول من اتصل وكيف يتم التعرض. لا يجوز أن تبقى أي مكالمة صامتة.");
    public static readonly Word Priority = new("Priorité", "Priority", "الأولوية");
    public static readonly Word PriorityHint = new("Un conseiller de plusieurs campagnes sert d’abord la plus grande.", "An agent of several campaigns serves the greatest first.", "يخدم المستشار أولا الحملة ذات الأولوية الأكبر.");
    public static readonly Word PreviewLimit = new("Durée de l’aperçu, en secondes", "Time to look, in seconds", "مدة المعاينة بالثواني");

    public static readonly Word Number = new("Numéro et ligne", "Number and line", "الرقم والخط");
    public static readonly Word NumberShown = new("Numéro présenté", "Caller ID", "الرقم الظاهر");
    public static readonly Word NumberNone = new("Choisir un numéro", "Choose a number", "اختر رقما");
    public static readonly Word NumberEmpty = new("Ce donneur d’ordre ne nous laisse encore présenter aucun numéro", "This client lets us show no number yet", "لم تسمح هذه الجهة بعد بإظهار أي رقم");
    public static readonly Word NumberEmptyWhy = new("La loi veut que le numéro présenté appartienne au donneur d’ordre, par un mandat écrit.", "The law wants the number shown to be the client’s, by a written mandate.", "يشترط القانون أن يعود الرقم الظاهر إلى الجهة المتعاقدة بتفويض مكتوب.");
    public static readonly Word ToNumbers = new("Entrer un numéro et son mandat", "Enter a number and its mandate", "إدخال رقم وتفويضه");
    public static readonly Word Trunk = new("Ligne de l’opérateur", "Carrier line", "خط المتعهد");
    public static readonly Word TrunkPractice = new("Ligne d’entraînement (n’appelle personne)", "Practice line (calls nobody)", "خط التدريب (لا يتصل بأحد)");
    public static readonly Word TrunkLimits = new("{0} appels à la fois, {1} par seconde", "{0} calls at once, {1} a second", "{0} مكالمات في آن واحد، {1} في الثانية");
    public static readonly Word RingTimeout = new("Sonnerie au plus, en secondes", "Let it ring at most, in seconds", "أقصى مدة للرنين بالثواني");
    public static readonly Word Machines = new("Détecter les répondeurs", "Detect answering machines", "كشف المجيبات الآلية");
    public static readonly Word MachinesHint = new("L’écoute prend une à cinq secondes à la personne qui a décroché.", "Listening takes one to five seconds from whoever answered.", "يستغرق الاستماع من ثانية إلى خمس ثوان من وقت المجيب.");

    public static readonly Word Lists = new("Listes", "Lists", "اللوائح");
    public static readonly Word ListsEmpty = new("Ce donneur d’ordre n’a encore aucune liste", "This client has no list yet", "ليس لهذه الجهة أي لائحة بعد");
    public static readonly Word ListsEmptyWhy = new("Déposez un fichier de prospects : il sera reconnu, vérifié, puis importé.", "Drop a file of prospects: it is recognised, checked, then imported.", "أودع ملف زبناء: سيُتعرف عليه ويُتحقق منه ثم يُستورد.");
    public static readonly Word ImportHere = new("Importer une liste", "Import a list", "استيراد لائحة");
    public static readonly Word OnCampaign = new("Rattachée", "Attached", "مرتبطة");

    public static readonly Word People = new("Conseillers", "Agents", "المستشارون");
    public static readonly Word PeopleHint = new("Enregistré aussitôt ; vaut à la prochaine connexion du conseiller.", "Kept at once; holds from the agent’s next log-in.", "يُحفظ فورا، ويسري ابتداء من الاتصال المقبل للمستشار.");
    public static readonly Word CompetencesHint = new("Une par ligne, avec le niveau minimal de 1 à 5. Qui ne l’a pas ne reçoit aucun appel de cette campagne.", "One a line, with the lowest level from 1 to 5. Whoever lacks it gets no call of this campaign.", "واحدة في كل سطر مع المستوى الأدنى من 1 إلى 5. من لا يملكها لا يتلقى أي مكالمة من هذه الحملة.");
    public static readonly Word CompetencesSample = new("Mutuelle 3", "Health insurance 3", "التأمين الصحي 3");
    public static readonly Word LacksCompetence = new("manque : {0}", "lacks: {0}", "ينقص: {0}");
    public static readonly Word Able = new("apte", "able", "مؤهل");
    public static readonly Word PeopleEmpty = new("Aucun conseiller n’est encore entré", "No agent is entered yet", "لم يُدخل أي مستشار بعد");
    public static readonly Word PeopleEmptyWhy = new("Les conseillers se créent dans la page Personnes.", "Agents are made on the People page.", "يُنشأ المستشارون في صفحة الأشخاص.");
    public static readonly Word Serves = new("Sert cette campagne", "Serves this campaign", "مكلف بهذه الحملة");
    public static readonly Word AlsoServes = new("Sert aussi", "Also serves", "مكلف أيضا بـ");

    public static readonly Word Results = new("Qualifications", "Dispositions", "التصنيفات");
    public static readonly Word ResultsHint = new("Le conseiller choisit une feuille de l’arbre après chaque appel ; l’effet décide de la suite.", "The agent chooses a leaf of the tree after each call; its effect decides what follows.", "يختار المستشار ورقة من الشجرة بعد كل مكالمة، والأثر يحدد ما يلي.");
    public static readonly Word Code = new("Code", "Code", "الرمز");
    public static readonly Word InFrench = new("Français", "French", "بالفرنسية");
    public static readonly Word InEnglish = new("Anglais", "English", "بالإنجليزية");
    public static readonly Word InArabic = new("Arabe", "Arabic", "بالعربية");
    public static readonly Word Effect = new("Effet", "Effect", "الأثر");
    public static readonly Word Group = new("Groupe", "Group", "مجموعة");
    public static readonly Word AddLeaf = new("Ajouter une qualification", "Add a disposition", "إضافة تصنيف");
    public static readonly Word AddGroup = new("Ajouter un groupe", "Add a group", "إضافة مجموعة");
    public static readonly Word Remove = new("Retirer", "Remove", "حذف");
    public static readonly Word MoveUp = new("Monter", "Move up", "نقل إلى الأعلى");
    public static readonly Word MoveDown = new("Descendre", "Move down", "نقل إلى الأسفل");
    public static readonly Word GivenByFloor = new("donnée par le plateau", "given by the floor", "تُمنح من القاعة");
    public static readonly Word EffectSuccess = new("Objectif atteint", "Aim met", "تحقق الهدف");
    public static readonly Word EffectAppointment = new("Rendez-vous pris", "Appointment made", "حُدد موعد");
    public static readonly Word EffectCallback = new("Rappel convenu", "Callback agreed", "اتُفق على معاودة");
    public static readonly Word EffectRefusal = new("Refus", "Refusal", "رفض");
    public static readonly Word EffectOpposition = new("Opposition, ne plus jamais appeler", "Objection, never call again", "تعرض، عدم الاتصال أبدا");
    public static readonly Word EffectWrongNumber = new("Faux numéro", "Wrong number", "رقم خاطئ");
    public static readonly Word EffectMachine = new("Répondeur, à recycler", "Answering machine, to recycle", "مجيب آلي، تعاد المحاولة");
    public static readonly Word EffectNotReached = new("Non joint, à recycler", "Not reached, to recycle", "لم يتم الوصول، تعاد المحاولة");

    public static readonly Word Pace = new("Rythme et recyclage", "Pace and recycling", "الإيقاع وإعادة الجدولة");
    public static readonly Word AttemptLimit = new("Tentatives par prospect, au plus", "Attempts for one prospect, at most", "أقصى عدد محاولات لكل زبون");
    public static readonly Word AttemptLimitHint = new("En plus de la loi : quatre en trente jours pour une même personne.", "Besides the law: four in thirty days for one person.", "إضافة إلى القانون: أربع في ثلاثين يوما لنفس الشخص.");
    public static readonly Word WrapUpLimit = new("Post-appel au plus, en secondes", "Wrap-up at most, in seconds", "أقصى مدة لما بعد المكالمة بالثواني");
    public static readonly Word WrapUpHint = new("Après, le plateau ferme l’appel sans qualification.", "Afterwards the floor closes the call as not disposed.", "بعدها تغلق القاعة المكالمة دون تصنيف.");
    public static readonly Word After = new("Après", "After", "بعد");
    public static readonly Word CallAgain = new("Rappeler", "Call again", "إعادة الاتصال");
    public static readonly Word Rest = new("Repos", "Rest", "مدة الانتظار");
    /// <summary>Beside a field with the number.</summary>
    public static readonly Counted Minutes = new(("minute", "minutes"), ("minute", "minutes"), ("دقيقة", "دقيقة", "دقيقتان", "دقائق", "دقيقة", "دقيقة"));
    public static readonly Word AtMost = new("Tentatives au plus", "Attempts at most", "أقصى عدد محاولات");
    public static readonly Word Hours = new("{0}\u00a0h", "{0}\u00a0h", "{0}\u00a0س");
    public static readonly Word UnsavedWhy = new("Enregistrez d’abord, ou quittez cette page sans les garder.", "Save first, or leave this page without keeping them.", "احفظ أولا، أو غادر هذه الصفحة دون الاحتفاظ بها.");
    public static readonly Word Stay = new("Rester sur la page", "Stay on the page", "البقاء في الصفحة");
    public static readonly Word LeaveAnyway = new("Quitter sans enregistrer", "Leave without saving", "المغادرة دون حفظ");
    public static readonly Word OtherDayPart = new("À un autre moment de la journée", "In another part of the day", "في فترة أخرى من اليوم");
    public static readonly Word DayPartsAre = new("Matin jusqu’à midi, midi jusqu’à 14 h, après-midi jusqu’à 17 h, puis soirée, à l’heure de la personne. Le moment choisi est toujours dans les heures autorisées.", "Morning until noon, midday until two, afternoon until five, then evening, by the person’s own clock. The moment chosen always lies in the lawful hours.", "الصباح حتى الثانية عشرة، الظهيرة حتى الثانية، بعد الظهر حتى الخامسة، ثم المساء، بتوقيت الشخص. واللحظة المختارة تقع دائما داخل الساعات المسموح بها.");
    public static readonly Word RestAbandoned = new("72 h au moins", "72 h at least", "72 ساعة على الأقل");

    public static readonly Word Recording = new("Enregistrement", "Recording", "التسجيل");
    public static readonly Word RecordNever = new("Jamais", "Never", "أبدا");
    public static readonly Word RecordOnRequest = new("À la demande du conseiller", "When the agent asks", "عند طلب المستشار");
    public static readonly Word RecordFromStart = new("Dès le début de la communication", "From the start of the conversation", "منذ بداية المكالمة");
    public static readonly Word RecordedShare = new("Part des appels enregistrés", "Share of the calls recorded", "نسبة المكالمات المسجلة");
    public static readonly Word RecordedShareHint = new("La CNIL n’admet pas d’enregistrer tous les appels, sauf si un texte le veut (assurance). Au Maroc, rien ne s’enregistre sans l’accord de la personne : le conseiller lance alors l’enregistrement.", "The CNIL does not admit recording all calls, unless a text wants it (insurance). In Morocco nothing is recorded without the person’s yes: the agent then begins the recording.", "لا تقبل CNIL تسجيل كل المكالمات إلا بنص (التأمين). وفي المغرب لا يُسجَّل شيء دون موافقة الشخص: يبدأ المستشار التسجيل حينها.");
    public static readonly Word Purpose = new("Finalité", "Purpose", "الغرض");
    public static readonly Word PurposeHint = new("La personne en est informée, et la durée de conservation en dépend.", "The person is told of it, and how long it is kept depends on it.", "يُعلم الشخص به، وعليه تتوقف مدة الحفظ.");
    public static readonly Word PurposeQuality = new("qualité et formation", "quality and training", "الجودة والتكوين");
    public static readonly Word PurposeContract = new("preuve du contrat", "proof of contract", "إثبات العقد");

    public static readonly Word Aim = new("But des appels", "Aim of the calls", "هدف المكالمات");
    public static readonly Word AimProspecting = new("Prospection", "Prospecting", "التنقيب عن الزبناء");
    public static readonly Word AimService = new("Service rendu à des clients", "Service to customers", "خدمة الزبناء");
    public static readonly Word AimPress = new("Presse", "Press", "الصحافة");
    public static readonly Word HasOffer = new("Le script fait aussi une offre", "The script also makes an offer", "السيناريو يتضمن عرضا أيضا");
    public static readonly Word HasOfferHint = new("L’appel devient alors une prospection, avec toutes ses règles.", "The call then becomes prospecting, with all its rules.", "تصبح المكالمة حينئذ تنقيبا بجميع قواعده.");
    public static readonly Word Sector = new("Secteur", "Trade", "القطاع");
    public static readonly Word SectorHint = new("Certains secteurs ont leurs propres interdits.", "Some trades have prohibitions of their own.", "لبعض القطاعات موانع خاصة بها.");
    public static readonly Word SectorGeneric = new("Sans règle particulière", "No rule of its own", "دون قاعدة خاصة");
    public static readonly Word SectorRenovation = new("Rénovation énergétique", "Energy renovation", "التجديد الطاقي");
    public static readonly Word SectorHousing = new("Adaptation du logement", "Housing adaptation", "ملاءمة السكن");
    public static readonly Word SectorTraining = new("Compte de formation (CPF)", "Training account (CPF)", "حساب التكوين");
    public static readonly Word SectorInsurance = new("Assurance", "Insurance", "التأمين");
    public static readonly Word SectorFinancial = new("Services financiers", "Financial services", "الخدمات المالية");
    public static readonly Word AutoAnswer = new("Le poste du conseiller décroche seul", "The agent’s telephone answers by itself", "هاتف المستشار يجيب تلقائيا");
    public static readonly Word MonitoringTold = new("Dire au conseiller qu’un superviseur écoute", "Tell the agent that a supervisor listens", "إخبار المستشار بأن المشرف يستمع");
    public static readonly Word ReturnWithin = new("Attente d’un conseiller coupé, en secondes", "Wait for an agent cut off, in seconds", "انتظار مستشار انقطع خطه بالثواني");
    public static readonly Word ReturnHint = new("Le client final entend la musique ; puis un autre conseiller prend la suite.", "The customer hears music; then another agent takes over.", "يسمع الزبون موسيقى، ثم يتولى مستشار آخر المكالمة.");

    internal static IReadOnlyList<(string Code, Word Name)> Sectors { get; } =
        [("generic", SectorGeneric), ("energy_renovation", SectorRenovation), ("housing_adaptation", SectorHousing), ("cpf", SectorTraining), ("insurance", SectorInsurance), ("financial", SectorFinancial)];

    /// <summary>A trade that has rules of its own, in words; null for one that has none, or that nobody named.</summary>
    internal static string? SectorOf(string? code) => code is null or Core.Compliance.Question.Generic ? null : Sectors.FirstOrDefault(each => each.Code == code).Name ?? code;

    internal static Word Of(Core.Compliance.Purpose aim) => aim switch { Core.Compliance.Purpose.Service => AimService, Core.Compliance.Purpose.Press => AimPress, _ => AimProspecting };

    internal static string PurposeOf(string purpose) => purpose == "quality" ? PurposeQuality : Core.Compliance.Rules.RecordingRetention.ProvesContract(purpose) ? PurposeContract : purpose;

    internal static Word Of(CampaignState state, bool everStarted = true) => state switch { CampaignState.Running => Running, CampaignState.Paused => Paused, _ => everStarted ? Stopped : Draft };

    internal static Word Of(DialMode mode) => mode switch { DialMode.Manual => Manual, DialMode.Preview => Preview, DialMode.Power => Power, DialMode.Predictive => Predictive, _ => Progressive };

    internal static Word Of(DispositionEffect effect) => effect switch
    {
        DispositionEffect.Success => EffectSuccess,
        DispositionEffect.Appointment => EffectAppointment,
        DispositionEffect.Callback => EffectCallback,
        DispositionEffect.Refusal => EffectRefusal,
        DispositionEffect.Opposition => EffectOpposition,
        DispositionEffect.WrongNumber => EffectWrongNumber,
        DispositionEffect.Machine => EffectMachine,
        _ => EffectNotReached,
    };
}
