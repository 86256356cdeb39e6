using Plateau.Core.Interactions;
using Plateau.Server.Web.Words;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Customers;

/// <summary>The words of the pages on the people called.</summary>
public static class CustomerWords
{
    public static readonly Word Title = new("Clients finaux", "Customers", "الزبناء");
    public static readonly Word Page = new("Client final", "Customer", "زبون");
    public static readonly Word Search = new("Numéro, nom ou référence", "Number, name or reference", "رقم أو اسم أو مرجع");
    public static readonly Word Find = new("Chercher", "Search", "بحث");
    public static readonly Word Begin = new("Cherchez une personne", "Search for a person", "ابحث عن شخص");
    public static readonly Word BeginWhy = new("Par son numéro, son nom ou la référence du donneur d’ordre. Chaque consultation est inscrite au journal d’audit.", "By number, name or the client’s reference. Every opening is written in the audit log.", "بالرقم أو الاسم أو مرجع الجهة المتعاقدة. كل اطلاع يُسجل في سجل التدقيق.");
    public static readonly Word None = new("Personne ne correspond", "Nobody fits", "لا أحد يطابق البحث");
    public static readonly Word NoneWhy = new("Une personne effacée ne se retrouve plus ; son opposition, elle, reste.", "An erased person is found no more; their objection stays.", "الشخص الممحو لا يُعثر عليه، أما تعرضه فيبقى.");
    public static readonly Word Number = new("Téléphone", "Telephone", "الهاتف");
    public static readonly Word NumberOf = new("Téléphone {0}, {1}", "Telephone {0}, {1}", "الهاتف {0}، {1}");
    public static readonly Counted Tried = new(("{0} appel", "{0} appels"), ("{0} call", "{0} calls"), ("لا مكالمات", "مكالمة واحدة", "مكالمتان", "{0} مكالمات", "{0} مكالمة", "{0} مكالمة"));
    public static readonly Word Dead = new("hors service", "dead", "خارج الخدمة");
    private static readonly Word Fixed = new("fixe", "fixed", "ثابت"), Mobile = new("mobile", "mobile", "محمول"), Office = new("au travail", "at work", "في العمل"), Switchboard = new("standard", "switchboard", "مقسم"), OfUnknownKind = new("autre", "other", "آخر");

    public static Word Of(NumberKind kind) => kind switch { NumberKind.Fixed => Fixed, NumberKind.Mobile => Mobile, NumberKind.Office => Office, NumberKind.Switchboard => Switchboard, _ => OfUnknownKind };

    public static readonly Word Name = new("Nom", "Name", "الاسم");
    public static readonly Word Company = new("Entreprise", "Company", "الشركة");
    public static readonly Word Place = new("Lieu", "Place", "المكان");
    public static readonly Word Reference = new("Référence", "Reference", "المرجع");
    public static readonly Word Email = new("Courriel", "Email", "البريد الإلكتروني");
    public static readonly Word Tongue = new("Langue", "Language", "اللغة");
    public static readonly Word Zones = new("Fuseau", "Time zone", "المنطقة الزمنية");
    public static readonly Word Audience = new("Appelé comme", "Called as", "يُتصل به بصفته");
    public static readonly Word Nameless = new("Sans nom", "No name", "دون اسم");
    public static readonly Word Who = new("La personne", "The person", "الشخص");
    public static readonly Word Calls = new("Tous les appels", "Every call", "كل المكالمات");
    public static readonly Word CallsNone = new("Jamais appelée par ce donneur d’ordre.", "Never called for this client.", "لم يُتصل به قط لحساب هذه الجهة.");
    public static readonly Word When = new("Quand", "When", "متى");
    public static readonly Word Campaign = new("Campagne", "Campaign", "الحملة");
    public static readonly Word Outcome = new("Résultat", "Outcome", "النتيجة");
    public static readonly Word Talk = new("Durée", "Length", "المدة");
    public static readonly Word Permit = new("Autorisation", "Permit", "الإذن");
    public static readonly Word SeePermit = new("Voir la preuve", "See the proof", "عرض الإثبات");
    public static readonly Word Elsewhere = new("un autre centre", "another centre", "مركز آخر");
    public static readonly Word Ground = new("Base légale", "Legal ground", "الأساس القانوني");
    public static readonly Word Grounds = new("Bases légales", "Legal grounds", "الأسس القانونية");
    public static readonly Word GroundsNone = new("Aucune : la personne ne peut être appelée comme consommateur.", "None: the person may not be called as a consumer.", "لا شيء: لا يمكن الاتصال بالشخص بصفته مستهلكا.");
    public static readonly Word Consent = new("Consentement", "Consent", "موافقة");
    public static readonly Word Contract = new("Contrat en cours", "Current contract", "عقد جار");
    public static readonly Word Request = new("Demande de rappel", "Callback request", "طلب معاودة الاتصال");
    public static readonly Word Since = new("depuis le {0}", "since {0}", "منذ {0}");
    public static readonly Word UntilDay = new("jusqu’au {0}", "until {0}", "إلى غاية {0}");
    public static readonly Word Oppositions = new("Oppositions", "Objections", "التعرضات");
    public static readonly Word OppositionsNone = new("Aucune opposition.", "No objection.", "لا تعرض.");
    public static readonly Word Opposed = new("Opposition", "Opposed", "متعرض");
    public static readonly Word ToAll = new("à tous les appels", "to all calls", "على جميع المكالمات");
    public static readonly Word Lists = new("Sur les listes", "On the lists", "في اللوائح");
    public static readonly Word Tries = new("Tentatives", "Attempts", "المحاولات");
    public static readonly Word RecordOpposition = new("Enregistrer une opposition", "Record an objection", "تسجيل تعرض");
    public static readonly Word RecordGround = new("Enregistrer une base légale", "Record a legal ground", "تسجيل أساس قانوني");
    public static readonly Word TakeData = new("Toutes ses données", "All their data", "كل بياناته");
    public static readonly Word Erase = new("Effacer la personne", "Erase the person", "محو الشخص");
    public static readonly Word Proof = new("Où se trouve la preuve", "Where the proof is kept", "مكان حفظ الإثبات");
    public static readonly Word ProofHint = new("Sans nom ni numéro : « lettre 2026-118 ».", "Without a name or number: “letter 2026-118”.", "دون اسم أو رقم: «رسالة 2026-118».");
    public static readonly Word Products = new("Ce qu’il vise", "What it names", "ما تخصه");
    public static readonly Word GivenOn = new("Depuis le", "Since", "منذ");
    public static readonly Word EndsOn = new("Valable jusqu’au", "Good until", "صالح إلى غاية");
    public static readonly Word Record = new("Enregistrer", "Record", "تسجيل");
    public static readonly Word OpposeWhy = new("En vigueur aussitôt, sur toutes les campagnes de ce donneur d’ordre ; un appel qui sonne est retiré.", "In force at once, on all campaigns of this client; a call that rings is withdrawn.", "يسري فورا على جميع حملات هذه الجهة، وتُسحب المكالمة التي ترن.");
    public static readonly Word EraseWhy = new("Le nom, le numéro, les bases légales, les notes, les réponses et les places sur les listes disparaissent pour toujours. Les faits du journal restent et ne nomment personne ; une opposition reste sous forme d’empreinte ; un enregistrement suit sa propre durée de conservation.", "Name, number, grounds, notes, answers and places on lists go for ever. The journal’s facts stay and name nobody; an objection stays as a hash; a recording follows its own retention.", "يختفي الاسم والرقم والأسس القانونية والملاحظات والأجوبة والأماكن في اللوائح نهائيا. تبقى وقائع السجل دون اسم، ويبقى التعرض كبصمة، ويتبع التسجيل مدة حفظه الخاصة.");
    public static readonly Word EraseSure = new("Effacer pour toujours", "Erase for ever", "محو نهائي");
    public static readonly Word Erased = new("La personne est effacée.", "The person is erased.", "تم محو الشخص.");
    public static readonly Word AppointmentAhead = new("Un rendez-vous est pris le {0} avec {1} : annulez-le d’abord (Rendez-vous), pour que les deux en soient prévenus.", "There is an appointment on {0} with {1}: call it off first (Appointments), so that both are told.", "يوجد موعد يوم {0} مع {1}: ألغه أولا (المواعيد) ليُخبر الطرفان.");
    public static readonly Word InCall = new("Quelqu’un parle avec cette personne. Effacez-la après l’appel.", "Somebody speaks with this person. Erase them after the call.", "هناك من يتحدث مع هذا الشخص. امحه بعد المكالمة.");
    public static readonly Word Recorded = new("Enregistré.", "Recorded.", "تم التسجيل.");
    public static readonly Word Unknown = new("Cette personne n’est pas connue", "This person is not known", "هذا الشخص غير معروف");
    public static readonly Word UnknownWhy = new("Elle n’a jamais été sur une liste, a été effacée, ou est à un donneur d’ordre que vous ne voyez pas.", "They were never on a list, were erased, or belong to a client that you don’t see.", "لم يكن قط في لائحة، أو تم محوه، أو يعود إلى جهة لا تطلع عليها.");

    internal static Word Of(GroundKind kind) => kind switch { GroundKind.Consent => Consent, GroundKind.Contract => Contract, _ => Request };

    internal static string OfGround(string ground) => ground switch { "consent" => Consent, "contract" => Contract, "request" => Request, "earlier" => Elsewhere, "professional" => Lexicon.Say("Professional"), _ => Lexicon.Say(ground) };
}
