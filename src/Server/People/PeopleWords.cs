using NodaTime;
using Plateau.Core.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.People;

/// <summary>The words of the pages about those who work here: roles, invitations, sessions.</summary>
public static class PeopleWords
{
    public static readonly Word Title = new("Personnes", "People", "الأشخاص");
    public static readonly Word Director = new("Directeur", "Director", "مدير");
    public static readonly Word AccountManager = new("Chargé de compte", "Account manager", "مسؤول حسابات");
    public static readonly Word Supervisor = new("Superviseur", "Supervisor", "مشرف");
    public static readonly Word Agent = new("Conseiller", "Agent", "مستشار الزبناء");
    public static readonly Word Quality = new("Chargé de qualité", "Quality analyst", "مكلف بالجودة");
    public static readonly Word Client = new("Donneur d’ordre", "Client", "الجهة المتعاقدة");
    public static readonly Word Name = new("Nom", "Name", "الاسم");
    public static readonly Word SignIn = new("Identifiant", "Sign-in name", "اسم الدخول");
    public static readonly Word SignInHint = new("Une adresse électronique ou un nom court, sans espace.", "An e-mail address or a short name, without spaces.", "بريد إلكتروني أو اسم قصير دون فراغات.");
    public static readonly Word RolesOf = new("Rôles", "Roles", "الأدوار");
    public static readonly Word Clients = new("Donneurs d’ordre visibles", "Clients in sight", "الجهات المتعاقدة المرئية");
    public static readonly Word AllClients = new("Tous", "All", "الكل");
    public static readonly Word SomeClients = new("Seulement ceux-ci", "Only these", "هذه فقط");
    public static readonly Word AgentId = new("Conseiller du plateau", "Agent on the floor", "المستشار في القاعة");
    public static readonly Word AgentIdHint = new("Son code sur le plateau ; il est créé s’il n’existe pas.", "Their code on the floor; it is made if it does not exist.", "رمزه في القاعة، ويُنشأ إن لم يكن موجودا.");
    public static readonly Word Certifications = new("Habilitations", "Certifications", "التأهيلات");
    public static readonly Word CertificationsHint = new("Chacune avec son niveau de 1 à 5, ses dates et sa preuve. Hors de ses dates, elle ne compte pas : les campagnes qui la demandent ne sont plus servies dès la connexion suivante.", "Each with its level from 1 to 5, its days and its proof. Outside its days it does not count: from the next log-in on, campaigns that ask for it are no longer served.", "لكل واحد مستواه من 1 إلى 5 وتاريخاه وإثباته. خارج تاريخيه لا يُحتسب: لا تُخدم الحملات التي تشترطه ابتداء من الاتصال المقبل.");
    public static readonly Word Competence = new("Compétence", "Competence", "الكفاءة");
    public static readonly Word Level = new("Niveau", "Level", "المستوى");
    public static readonly Word HeldFrom = new("Depuis le", "From", "من");
    public static readonly Word HeldUntil = new("Jusqu’au", "Until", "إلى غاية");
    public static readonly Word Proof = new("Preuve", "Proof", "الإثبات");
    public static readonly Word ProofSample = new("QCM 18/20, évalué par H. Alaoui", "Test 18/20, assessed by H. Alaoui", "اختبار 18/20، تقييم هـ. العلوي");
    public static readonly Word AddCertification = new("Ajouter une habilitation", "Add a certification", "إضافة تأهيل");
    public static readonly Word RemoveOf = new("Retirer {0}", "Remove {0}", "حذف {0}");
    public static readonly Word CompetenceNameMissing = new("Nommez la compétence, en 60 signes au plus, ou retirez la ligne.", "Name the competence, in 60 letters at most, or remove the row.", "سمّ الكفاءة في 60 رمزا على الأكثر أو احذف السطر.");
    public static readonly Word CompetenceTwice = new("« {0} » est entrée deux fois : gardez une seule ligne.", "“{0}” is entered twice: keep one row.", "«{0}» مُدخلة مرتين: احتفظ بسطر واحد.");
    public static readonly Word CompetenceEndsFirst = new("« {0} » finirait avant de commencer : corrigez l’une des deux dates.", "“{0}” would end before it begins: mend one of the two days.", "«{0}» تنتهي قبل أن تبدأ: صحح أحد التاريخين.");
    public static readonly Word CertificationEnded = new("{0} échue le {1}", "{0} ended on {1}", "{0} انتهى في {1}");
    public static readonly Word CertificationEnds = new("{0} jusqu’au {1}", "{0} until {1}", "{0} إلى غاية {1}");
    public static readonly Word CertificationBegins = new("{0} dès le {1}", "{0} from {1}", "{0} ابتداء من {1}");
    public static readonly Word State = new("État", "State", "الحالة");
    public static readonly Word Active = new("Actif", "Active", "نشط");
    public static readonly Word Invited = new("Invité", "Invited", "مدعو");
    public static readonly Word Disabled = new("Désactivé", "Disabled", "معطل");
    public static readonly Word Locked = new("Verrouillé", "Locked", "مقفل");
    public static readonly Word SecondFactor = new("Second facteur", "Second factor", "عامل ثان");
    public static readonly Word LastSignIn = new("Dernière connexion", "Last sign-in", "آخر دخول");
    public static readonly Word Never = new("jamais", "never", "لم يدخل بعد");
    public static readonly Word Invite = new("Inviter", "Invite", "دعوة");
    public static readonly Word InviteSomeone = new("Inviter une personne", "Invite somebody", "دعوة شخص");
    public static readonly Word LinkMade = new("Lien à transmettre à {0}, montré une seule fois. Il sert une fois et expire dans trois jours.", "Link to hand to {0}, shown this once. It works once and expires in three days.", "رابط يُسلَّم إلى {0} ويظهر مرة واحدة. يُستعمل مرة واحدة وينتهي بعد ثلاثة أيام.");
    public static readonly Word NameTaken = new("Cet identifiant est déjà pris.", "This sign-in name is taken.", "اسم الدخول هذا مستعمل.");
    public static readonly Word NameMissing = new("Il manque le nom.", "The name is missing.", "الاسم ناقص.");
    public static readonly Word SignInUnfit = new("L’identifiant tient en un mot de 3 à 100 signes : lettres, chiffres, . _ - @", "The sign-in name is one word of 3 to 100 signs: letters, digits, . _ - @", "اسم الدخول كلمة واحدة من 3 إلى 100 رمز: حروف وأرقام و . _ - @");
    public static readonly Word RoleMissing = new("Choisissez au moins un rôle.", "Choose one role at least.", "اختر دورا واحدا على الأقل.");
    public static readonly Word ClientMissing = new("Un donneur d’ordre ne voit que lui-même : choisissez lequel.", "A client sees only itself: choose which.", "الجهة المتعاقدة لا ترى إلا نفسها: اخترها.");
    public static readonly Word AgentIdUnfit = new("Le code du conseiller tient en lettres minuscules, chiffres et tirets.", "The agent’s code is small letters, digits and hyphens.", "رمز المستشار حروف صغيرة وأرقام وشرطات.");
    public static readonly Word CompetenceUnfit = new("« {0} » : écrivez la compétence puis son niveau de 1 à 5.", "“{0}”: write the competence, then its level from 1 to 5.", "«{0}»: اكتب الكفاءة ثم مستواها من 1 إلى 5.");
    public static readonly Word Save = new("Enregistrer", "Save", "حفظ");
    public static readonly Word Saved = new("Enregistré. Les sessions ouvertes de cette personne sont closes.", "Saved. This person’s open sessions have ended.", "حُفظ. انتهت الجلسات المفتوحة لهذا الشخص.");
    public static readonly Word Certified = new("Enregistré. Vaut dès la prochaine connexion au plateau ; la session en cours continue.", "Saved. It holds from the next log-in on; the present session goes on.", "حُفظ. يسري ابتداء من الاتصال المقبل بالقاعة، والجلسة الحالية مستمرة.");
    public static readonly Word ResetLink = new("Lien de réinitialisation", "Reset link", "رابط إعادة التعيين");
    public static readonly Word Disable = new("Désactiver maintenant", "Disable now", "تعطيل الآن");
    public static readonly Word DisableHint = new("Ses pages et son téléphone se ferment aussitôt ; le client en ligne passe à un collègue.", "Their pages and telephone close at once; the customer on the line goes to a colleague.", "تُغلق صفحاته وهاتفه فورا، وينتقل الزبون على الخط إلى زميل.");
    public static readonly Word Enable = new("Réactiver", "Enable again", "إعادة التفعيل");
    public static readonly Word DropSecondFactor = new("Retirer le second facteur", "Remove the second factor", "إزالة العامل الثاني");
    public static readonly Word Access = new("Accès", "Access", "الوصول");
    public static readonly Word LastDirector = new("Le dernier directeur actif ne peut être ni désactivé ni privé de son rôle.", "The last active director can be neither disabled nor deprived of the role.", "لا يمكن تعطيل آخر مدير نشط ولا سحب دوره.");
    public static readonly Word Person = new("Personne", "Person", "شخص");
    public static readonly Word Unknown = new("Cette personne n’est pas connue", "This person is not known", "هذا الشخص غير معروف");
    public static readonly Counted Count = new(("{0} personne", "{0} personnes"), ("{0} person", "{0} people"), ("{0} شخص", "شخص واحد ({0})", "شخصان ({0})", "{0} أشخاص", "{0} شخصا", "{0} شخص"));

    /// <summary>What somebody lacks today, each with why: ended, not begun, or never proven well enough.</summary>
    public static string Of(IEnumerable<Lack> lacks, LocalDate today) => string.Join(", ", lacks.Select(lack => lack.Held switch
    {
        { Until: { } until } when until < today => CertificationEnded.With(lack.Competence, Shown.Date(until)),
        { From: { } from } => CertificationBegins.With(lack.Competence, Shown.Date(from)),
        _ => $"{lack.Competence} {Shown.Number(lack.Level)}",
    }));
}
