using Plateau.Core.Clients;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Clients;

/// <summary>The words of the clients' pages.</summary>
public static class ClientWords
{
    public static readonly Word Title = new("Donneurs d’ordre", "Clients", "الجهات المتعاقدة");
    public static readonly Word Page = new("Donneur d’ordre", "Client", "جهة متعاقدة");
    public static readonly Word New = new("Nouveau donneur d’ordre", "New client", "جهة متعاقدة جديدة");
    public static readonly Word Make = new("Créer", "Create", "إنشاء");
    public static readonly Word Empty = new("Les donneurs d’ordre viendront ici", "Clients will be here", "ستظهر الجهات المتعاقدة هنا");
    public static readonly Word EmptyWhy = new("Tout commence par l’entreprise pour laquelle le centre appelle : ses numéros, ses listes, ses campagnes.", "Everything begins with the company for which the centre calls: its numbers, its lists, its campaigns.", "كل شيء يبدأ بالشركة التي يتصل المركز لحسابها: أرقامها ولوائحها وحملاتها.");
    public static readonly Word NameAndColour = new("Nom et couleur", "Name and colour", "الاسم واللون");
    public static readonly Word Name = new("Nom, tel qu’il est dit au début d’un appel", "Name, as it is said at the start of a call", "الاسم كما يقال في بداية المكالمة");
    public static readonly Word Colour = new("Couleur", "Colour", "اللون");
    public static readonly Word ColourOf = new("Couleur {0}", "Colour {0}", "اللون {0}");
    public static readonly Word Numbers = new("Numéros présentés et leurs mandats", "Caller IDs and their mandates", "الأرقام الظاهرة وتفويضاتها");
    public static readonly Word NumbersEmpty = new("Aucun numéro. Sans mandat écrit, rien n’est composé.", "No number. Without a written mandate nothing is dialled.", "لا رقم. دون تفويض مكتوب لا يُطلب أي رقم.");
    public static readonly Word Number = new("Numéro", "Number", "الرقم");
    public static readonly Word Mandate = new("Référence du mandat", "Mandate’s reference", "مرجع التفويض");
    public static readonly Word From = new("Du", "From", "من");
    public static readonly Word Until = new("Au", "Until", "إلى");
    public static readonly Word Runs = new("en vigueur", "in force", "ساري المفعول");
    public static readonly Word NotRunning = new("ne court pas aujourd’hui", "does not run today", "غير سار اليوم");
    public static readonly Word AddNumber = new("Ajouter un numéro", "Add a number", "إضافة رقم");
    public static readonly Word Prudence = new("Règles de prudence", "Rules of prudence", "قواعد الاحتياط");
    public static readonly Word PrudenceHint = new("Aucun texte ne les impose : le donneur d’ordre peut s’en passer, par écrit. Le motif figure dans la preuve de chaque appel. Une règle de droit ne se décoche pas.", "No text imposes them: the client may do without, in writing. The reason stands in the proof of each call. A rule of law can’t be unticked.", "لا يفرضها أي نص: للجهة المتعاقدة أن تستغني عنها كتابة. ويظهر السبب في إثبات كل مكالمة. أما قاعدة القانون فلا تُلغى.");
    public static readonly Word Kept = new("Tenue", "Kept", "مطبقة");
    public static readonly Word WhyNot = new("Pourquoi le donneur d’ordre s’en passe", "Why the client does without", "لماذا تستغني عنها الجهة");
    public static readonly Word WhyNotSample = new("Courrier du 3 novembre, réf. 12", "Letter of 3 November, ref. 12", "رسالة 3 نوفمبر، مرجع 12");
    public static readonly Word Papers = new("Contrats et transferts de données", "Contracts and data transfers", "العقود ونقل المعطيات");
    public static readonly Word PapersHint = new("Sans ces pièces au dossier, aucune campagne n’appelle par un opérateur ; sur la ligne d’entraînement elles ne sont pas exigées.", "Without these papers on file no campaign calls over a carrier; on the practice line they are not needed.", "دون هذه الوثائق لا تتصل أي حملة عبر متعهد؛ وليست مطلوبة على خط التدريب.");
    public static readonly Word SeenFromMorocco = new("Les données sont vues depuis le Maroc", "Its data are seen from Morocco", "تُعاين المعطيات من المغرب");
    public static readonly Word SeenFromMoroccoHint = new("Décochez si seules des personnes dans l’Union européenne travaillent pour lui.", "Untick when only people in the European Union work for it.", "ألغ التحديد إذا كان العاملون لحسابها داخل الاتحاد الأوروبي فقط.");
    public static readonly Word Paper = new("Pièce", "Paper", "الوثيقة");
    public static readonly Word Reference = new("Référence", "Reference", "المرجع");
    public static readonly Word NotOnFile = new("pas au dossier", "not on file", "غير موجودة في الملف");
    public static readonly Word PaperMissing = new("manque", "missing", "ناقصة");
    public static readonly Word AddPaper = new("Ajouter", "Add", "إضافة");
    public static readonly Word ProcessorContract = new("Contrat de sous-traitance (RGPD, art. 28)", "Processor contract (GDPR, art. 28)", "عقد المعالجة من الباطن (المادة 28)");
    public static readonly Word TransferClauses = new("Clauses contractuelles types", "Standard contractual clauses", "الشروط التعاقدية النموذجية");
    public static readonly Word TransferAssessment = new("Analyse d’impact du transfert", "Transfer assessment", "تقييم نقل المعطيات");
    public static readonly Word MoroccanReceipt = new("Récépissé de la CNDP", "Receipt of the CNDP", "وصل اللجنة الوطنية");
    public static readonly Word Calendar = new("Jours de fermeture", "Closed days", "أيام الإغلاق");
    public static readonly Word CalendarHint = new("Ces jours-là, le plateau n’appelle pas pour ce donneur d’ordre ; les listes attendent telles quelles. Les jours fériés de la loi sont déjà connus.", "On these days the floor does not call for this client; lists wait as they are. The law’s holidays are known already.", "في هذه الأيام لا تتصل القاعة لحساب هذه الجهة، وتبقى اللوائح كما هي. العطل القانونية معروفة مسبقا.");
    public static readonly Word AddDay = new("Ajouter un jour", "Add a day", "إضافة يوم");
    public static readonly Word Programmes = new("Opérations et tarifs", "Programmes and tariffs", "البرامج والتعريفات");
    public static readonly Word ProgrammesEmpty = new("Aucune opération. Une campagne appartient toujours à une opération.", "No programme. A campaign always belongs to a programme.", "لا برنامج. كل حملة تنتمي إلى برنامج.");
    public static readonly Word ProgrammeName = new("Nom de l’opération", "Name of the programme", "اسم البرنامج");
    public static readonly Word Unit = new("Facturée", "Billed", "الفوترة");
    public static readonly Word Unpriced = new("Sans tarif", "No tariff", "دون تعريفة");
    public static readonly Word PerHour = new("par heure de conseiller", "per agent hour", "لكل ساعة مستشار");
    public static readonly Word PerMinute = new("par minute de communication", "per minute of talk", "لكل دقيقة مكالمة");
    public static readonly Word PerReached = new("par appel joint", "per call reached", "لكل مكالمة موصولة");
    public static readonly Word PerSuccess = new("par réussite", "per success", "لكل نجاح");
    public static readonly Word Price = new("Prix", "Price", "الثمن");
    public static readonly Word Currency = new("Monnaie", "Currency", "العملة");
    public static readonly Word AddProgramme = new("Ajouter une opération", "Add a programme", "إضافة برنامج");
    public static readonly Word Saved = new("Enregistré.", "Saved.", "تم الحفظ.");
    public static readonly Word Remove = new("Retirer", "Remove", "حذف");
    public static readonly Word Unknown = new("Ce donneur d’ordre n’existe pas", "There is no such client", "هذه الجهة غير موجودة");
    public static readonly Word FirstProgramme = new("Prospection", "Prospecting", "التنقيب عن الزبناء");

    internal static Word Of(PaperKind kind) => kind switch { PaperKind.ProcessorContract => ProcessorContract, PaperKind.TransferClauses => TransferClauses, PaperKind.TransferAssessment => TransferAssessment, _ => MoroccanReceipt };

    internal static Word Of(TariffUnit unit) => unit switch { TariffUnit.AgentHour => PerHour, TariffUnit.TalkMinute => PerMinute, TariffUnit.ReachedCall => PerReached, _ => PerSuccess };
}
