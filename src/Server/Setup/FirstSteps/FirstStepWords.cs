using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.FirstSteps;

/// <summary>The words of the first steps of a new centre.</summary>
public static class FirstStepWords
{
    public static readonly Word Title = new("Premiers pas", "First steps", "الخطوات الأولى");
    public static readonly Word Intro = new("De la salle vide au premier appel. Ce qui est fait reste fait : quittez et reprenez quand vous voulez.", "From an empty room to the first call. What is done stays done: leave and go on when you like.", "من قاعة فارغة إلى أول مكالمة. ما أُنجز يبقى: غادر وتابع متى شئت.");
    public static readonly Word Done = new("fait", "done", "أُنجز");
    public static readonly Word Back = new("Retour", "Back", "رجوع");
    public static readonly Word GoOn = new("Continuer", "Continue", "متابعة");
    public static readonly Word Centre = new("Le centre", "The centre", "المركز");
    public static readonly Word CentreWhy = new("Le nom du centre, et l’horloge de ses murs : ses journées commencent par elle.", "The centre’s name, and the clock on its wall: its days begin by it.", "اسم المركز وساعة جدرانه: بها تبدأ أيامه.");
    public static readonly Word CentreOfDirector = new("Un directeur donne au centre son nom et son horloge. Continuez sans attendre.", "A director gives the centre its name and clock. Go on without waiting.", "يحدد المدير اسم المركز وساعته. تابع دون انتظار.");
    public static readonly Word Client = new("Un donneur d’ordre", "A client", "جهة متعاقدة");
    public static readonly Word ClientWhy = new("L’entreprise pour laquelle le centre appelle. Sa couleur la distingue sur chaque écran.", "The company for which the centre calls. Its colour tells it apart on every screen.", "الشركة التي يتصل المركز لحسابها. يميزها لونها على كل شاشة.");
    public static readonly Word ClientNameMissing = new("Donnez un nom au donneur d’ordre.", "Give the client a name.", "أعط الجهة المتعاقدة اسما.");
    public static readonly Word ClientFirst = new("Il faut d’abord une étape d’avant", "An earlier step comes first", "تلزم خطوة سابقة أولا");
    public static readonly Word ClientFirstWhy = new("Cette étape s’appuie sur elle.", "This step rests on it.", "هذه الخطوة تعتمد عليها.");
    public static readonly Word Line = new("Un numéro et une ligne", "A number and a line", "رقم وخط");
    public static readonly Word LineWhy = new("La loi veut que le numéro présenté soit celui du donneur d’ordre, par un mandat. La ligne d’entraînement n’appelle personne : commencez par elle.", "The law wants the number shown to be the client’s, by a mandate. The practice line calls nobody: begin with it.", "يشترط القانون أن يكون الرقم الظاهر للجهة المتعاقدة بموجب تفويض. خط التدريب لا يتصل بأحد: ابدأ به.");
    public static readonly Word LineHint = new("Un opérateur s’ajoute dans settings.json, puis au redémarrage.", "A carrier is added in settings.json, then by a restart.", "يضاف المتعهد في settings.json ثم بإعادة التشغيل.");
    public static readonly Word NumberMissing = new("Donnez un numéro, avec la référence de son mandat.", "Give a number, with the reference of its mandate.", "أدخل رقما مع مرجع تفويضه.");
    public static readonly Word People = new("Des conseillers", "Agents", "مستشارون");
    public static readonly Word PeopleWhy = new("Invitez-les par un lien : ils choisissent eux-mêmes leur mot de passe.", "Invite them by a link: they choose their password themselves.", "ادعهم برابط: يختارون كلمة سرهم بأنفسهم.");
    public static readonly Word PeopleOfDirector = new("Un directeur invite les conseillers. Vous continuerez quand le premier sera là.", "A director invites agents. You go on when the first is here.", "يدعو المدير المستشارين. تتابع حين يكون أولهم هنا.");
    public static readonly Word NoAgents = new("Les premiers conseillers viendront ici", "The first agents will be here", "سيظهر المستشارون الأوائل هنا");
    public static readonly Word NoAgentsWhy = new("Personne ne peut encore prendre d’appel.", "Nobody can take a call yet.", "لا أحد يمكنه تلقي مكالمة بعد.");
    public static readonly Word AgentMissing = new("Invitez au moins un conseiller.", "Invite one agent at least.", "ادع مستشارا واحدا على الأقل.");
    public static readonly Word LinkOf = new("Lien d’invitation", "Link of invitation", "رابط الدعوة");
    public static readonly Word LinkGiven = new("montré une fois ; un autre se fait sur sa page", "shown once; another is made on their page", "عُرض مرة واحدة؛ يُنشأ غيره في صفحته");
    public static readonly Word Campaign = new("Une campagne", "A campaign", "حملة");
    public static readonly Word CampaignWhy = new("Elle réunit ce qui précède : offre, façon d’appeler, personnes. Script et qualifications d’usage sont déjà là, et se changent ensuite.", "It brings the steps before together: offer, way of calling, people. A usual script and dispositions are there already, to be changed later.", "تجمع ما سبق: العرض وطريقة الاتصال والأشخاص. السيناريو والتصنيفات المعتادة جاهزة وتُعدّل لاحقا.");
    public static readonly Word OfferMissing = new("Donnez à la campagne un nom et ce qu’elle propose.", "Give the campaign a name and what it offers.", "أعط الحملة اسما وما تعرضه.");
    public static readonly Word PracticePeople = new("Ajouter vingt-quatre personnes inventées", "Add twenty-four invented people", "إضافة أربعة وعشرين شخصا مخترعا");
    public static readonly Word PracticePeopleHint = new("Pour la ligne d’entraînement : leurs numéros n’atteignent personne, et la liste se retire d’un geste.", "For the practice line: their numbers reach nobody, and the list is taken back in one act.", "لخط التدريب: أرقامهم لا تصل إلى أحد، وتُسحب اللائحة بخطوة واحدة.");
    public static readonly Word PracticeList = new("Liste d’entraînement", "practice list", "لائحة التدريب");
    public static readonly Word StartWhy = new("Tout ce qu’il faut, ligne par ligne. Quand tout est vert, démarrez.", "All that it takes, line by line. When everything is green, start.", "كل ما يلزم سطرا بسطر. حين يخضرّ كل شيء، ابدأ.");
    public static readonly Word Runs = new("La première campagne appelle. Vos conseillers la trouvent à leur poste :", "The first campaign is calling. Your agents find it at their desk:", "الحملة الأولى تتصل. يجدها مستشاروك في مراكز عملهم:");
    public static readonly Word Begin = new("Commencer par les premiers pas", "Begin with the first steps", "البدء بالخطوات الأولى");
    public static readonly Word BeginWhy = new("Ce centre est encore vide. Six étapes le mènent à sa première campagne.", "This centre is still empty. Six steps lead it to its first campaign.", "هذا المركز ما زال فارغا. ست خطوات تقوده إلى حملته الأولى.");

    public static readonly Word Sample = new("Un centre d’exemple", "A sample centre", "مركز نموذجي");
    public static readonly Word SampleWhy = new("Un donneur d’ordre inventé, sa campagne sur la ligne d’entraînement, deux conseillers et une petite liste : tout s’explore, personne n’est appelé, et tout s’enlève d’un geste.", "An invented client, its campaign on the practice line, two agents and a small list: explore everything, nobody is called, and it all goes in one act.", "جهة متعاقدة مخترعة وحملتها على خط التدريب ومستشاران ولائحة صغيرة: استكشف كل شيء دون الاتصال بأحد، ويزول كله بخطوة واحدة.");
    public static readonly Word SampleThere = new("Le centre d’exemple est là. L’enlever efface son donneur d’ordre, sa campagne, sa liste et ses conseillers ; le journal garde ses faits, sans nom.", "The sample centre is there. Removing it erases its client, campaign, list and agents; the journal keeps its facts, without names.", "المركز النموذجي موجود. إزالته تمحو جهته وحملته ولائحته ومستشاريه؛ ويحتفظ السجل بوقائعه دون أسماء.");
    public static readonly Word SampleAdd = new("Ajouter un centre d’exemple", "Add a sample centre", "إضافة مركز نموذجي");
    public static readonly Word SampleRemove = new("Enlever le centre d’exemple", "Remove the sample centre", "إزالة المركز النموذجي");
    public static readonly Word SampleOpen = new("Ouvrir sa campagne", "Open its campaign", "فتح حملته");
    public static readonly Word SampleClient = new("Maison Exemple", "Sample & Sons", "دار النموذج");
    public static readonly Word SampleProgramme = new("Prospection d’exemple", "Sample prospecting", "تنقيب نموذجي");
    public static readonly Word SampleList = new("Liste d’exemple", "Sample list", "لائحة نموذجية");
    public static readonly Word SampleCampaign = new("Campagne d’exemple", "Sample campaign", "حملة نموذجية");
    public static readonly Word SamplePerson = new("(exemple)", "(sample)", "(نموذج)");
    public static readonly Word SampleProduct = new("abonnement", "subscription", "اشتراك");
    public static readonly Word SampleOpening = new("Se présenter", "Introduce yourself", "التعريف بالنفس");
    public static readonly Word SampleOpeningText = new("Bonjour, je suis {agent}, je vous appelle pour {client} au sujet d’une offre commerciale, comme vous l’avez accepté : {product}. Avez-vous deux minutes ?", "Good morning, I am {agent}, calling for {client} about a commercial offer, as you agreed: {product}. Have you two minutes?", "صباح الخير، أنا {agent} وأتصل بكم لحساب {client} بشأن عرض تجاري كما وافقتم: {product}. هل لديكم دقيقتان؟");
    public static readonly Word SampleYes = new("Oui", "Yes", "نعم");
    public static readonly Word SampleNo = new("Non", "No", "لا");
    public static readonly Word SampleOffer = new("Proposer", "Propose", "العرض");
    public static readonly Word SampleOfferText = new("Expliquez l’offre en une phrase, puis demandez si elle convient.", "Say the offer in one sentence, then ask whether it suits.", "اشرح العرض في جملة واحدة ثم اسأل هل يناسب.");
    public static readonly Word SampleEnd = new("Prendre congé", "Take leave", "الختام");
    public static readonly Word SampleEndText = new("Merci, et bonne journée.", "Thank you, and good day.", "شكرا، ونهاركم سعيد.");
}
