using Plateau.Core.Compliance;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance;

/// <summary>The words of the compliance desk: may this person be called now, by which rules, and when next.</summary>
public static class ComplianceWords
{
    public static readonly Word Title = new("Conformité", "Compliance", "الامتثال");
    public static readonly Word Page = new("Peut-on l’appeler ?", "May they be called?", "هل يمكن الاتصال به؟");
    public static readonly Word BeginWhy = new("Par son numéro, son nom ou sa référence : la page dit si la personne peut être appelée maintenant, règle par règle. Chaque consultation est inscrite au journal d’audit.", "By number, name or reference: the page says whether the person may be called now, rule by rule. Every opening is written in the audit log.", "بالرقم أو الاسم أو المرجع: تبين الصفحة هل يمكن الاتصال بالشخص الآن، قاعدة بقاعدة. كل اطلاع يُسجل في سجل التدقيق.");
    public static readonly Word May = new("Oui, maintenant", "Yes, now", "نعم، الآن");
    public static readonly Word MayWhy = new("Base légale : {0}. {1}", "Legal ground: {0}. {1}", "الأساس القانوني: {0}. {1}");
    public static readonly Counted NoneAgainst = new(("{0} règle examinée, elle ne s’y oppose pas.", "{0} règles examinées, aucune ne s’y oppose."), ("{0} rule examined, it does not speak against it.", "{0} rules examined, none speaks against it."),
        ("لم تُفحص أي قاعدة.", "فُحصت قاعدة واحدة ولا مانع فيها.", "فُحصت قاعدتان ولا مانع فيهما.", "فُحصت {0} قواعد ولا مانع في أي منها.", "فُحصت {0} قاعدة ولا مانع في أي منها.", "فُحصت {0} قاعدة ولا مانع في أي منها."));
    public static readonly Word MayNot = new("Non, pas maintenant", "No, not now", "لا، ليس الآن");
    public static readonly Word Because = new("{0} : {1}.", "{0}: {1}.", "{0}: {1}.");
    public static readonly Word NextLawful = new("Prochain moment légal : {0}.", "Next lawful moment: {0}.", "أول وقت قانوني: {0}.");
    public static readonly Word Never = new("Aucune date n’y change rien : il faut une nouvelle base, ou une réparation.", "No date changes that: a new ground or a repair is needed.", "لا يغير ذلك أي تاريخ: يلزم أساس جديد أو إصلاح.");
    public static readonly Word OnNoList = new("Cette personne n’est sur aucune liste : rien ne peut l’appeler.", "This person is on no list: nothing can call them.", "هذا الشخص ليس في أي لائحة: لا شيء يمكنه الاتصال به.");
    public static readonly Word Stranger = new("Ce numéro n’est sur aucune liste que vous voyez : rien ne peut l’appeler. D’après l’indicatif : {0}, {1}. Les oppositions restent connues même quand la personne ne l’est plus.", "This number is on no list that you see: nothing can call it. By its prefix: {0}, {1}. Objections stay known even when the person no longer is.", "هذا الرقم ليس في أي لائحة تراها: لا شيء يمكنه الاتصال به. حسب المفتاح: {0}، {1}. تبقى التعرضات معروفة حتى عندما لا يعود الشخص معروفا.");
    public static readonly Word OtherList = new("Aucune liste de cette campagne ne compte cette personne : elle ne l’appellera pas. La réponse vaut pour un appel qui la viserait.", "No list of this campaign has this person: it will not call them. The answer is for a call that would.", "لا تضم أي لائحة لهذه الحملة هذا الشخص: لن تتصل به. الجواب يخص مكالمة تستهدفه.");
    public static readonly Word NoCampaign = new("Ce donneur d’ordre n’a aucune campagne.", "This client has no campaign.", "لا حملة لهذه الجهة.");
    public static readonly Word Campaign = new("Pour la campagne", "For the campaign", "للحملة");
    public static readonly Word Rules = new("Règles examinées", "Rules examined", "القواعد المفحوصة");
    public static readonly Word Rule = new("Règle", "Rule", "القاعدة");
    public static readonly Word Source = new("Texte", "Text", "النص");
    public static readonly Word Rests = new("Repose sur", "Rests on", "تستند إلى");
    public static readonly Word Since = new("depuis le {0}, source {1}", "since {0}, source {1}", "منذ {0}، مصدر {1}");
    public static readonly Word Sources = new("Source A : texte lu ; B : d’après d’autres qui l’ont lu ; C : usage ou règle de la maison.", "Source A: the text was read; B: by others who read it; C: custom or the house’s own rule.", "مصدر A: قُرئ النص؛ B: عمن قرأه؛ C: عرف أو قاعدة داخلية.");
    public static readonly Word First = new("Les {0} premiers seulement : précisez le nom, ou cherchez le numéro.", "The first {0} only: say more of the name, or search the number.", "أول {0} فقط: دقق الاسم أو ابحث بالرقم.");
    public static readonly Word Verdict = new("Verdict", "Verdict", "الحكم");
    public static readonly Word WholeNumber = new("« {0} » n’est pas un numéro entier : écrivez-le en entier, comme 01 99 00 12 34 ou +33 1 99 00 12 34.", "“{0}” is no whole number: write all of it, such as 01 99 00 12 34 or +33 1 99 00 12 34.", "«{0}» ليس رقما كاملا: اكتبه بأكمله، مثل ‎01 99 00 12 34 أو ‎+33 1 99 00 12 34.");
    public static readonly Word Passes = new("Rien contre", "Nothing against", "لا مانع");
    public static readonly Word Evidence = new("Bases, oppositions et appels de la personne", "The person’s grounds, objections and calls", "أسس الشخص وتعرضاته ومكالماته");
    public static readonly Word Versions = new("Recueil {0}, fuseaux {1}, le {2}.", "Rule book {0}, time zones {1}, on {2}.", "دليل القواعد {0}، المناطق الزمنية {1}، في {2}.");
    public static readonly Word Law = new("Recueil {0}, fuseaux {1}.", "Rule book {0}, time zones {1}.", "دليل القواعد {0}، المناطق الزمنية {1}.");
    public static readonly Word Withdraw = new("Enregistrer un retrait du consentement", "Record a withdrawal of consent", "تسجيل سحب الموافقة");
    public static readonly Word WithdrawWhy = new("En vigueur aussitôt : tout consentement donné jusqu’ici prend fin, un appel qui sonne est retiré. Un contrat en cours reste une base ; qui ne veut plus aucun appel s’oppose.", "In force at once: every consent given until now ends, a call that rings is withdrawn. A running contract stays a ground; who wants no call at all objects.", "يسري فورا: تنتهي كل موافقة سابقة وتُسحب المكالمة التي ترن. يبقى العقد الجاري أساسا؛ ومن لا يريد أي اتصال يتعرض.");

    private static readonly Word OfLaw = new("la loi", "the law", "القانون"), Prudence = new("la prudence", "prudence", "الحيطة"), Interpretation = new("notre lecture", "our reading", "تأويلنا");

    internal static Word Of(Basis basis) => basis switch { Basis.Law => OfLaw, Basis.Prudence => Prudence, _ => Interpretation };
}
