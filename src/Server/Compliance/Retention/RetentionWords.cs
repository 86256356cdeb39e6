using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance.Retention;

/// <summary>The words of the page of what is kept and for how long.</summary>
public static class RetentionWords
{
    public static readonly Word Title = new("Durées de conservation", "Retention", "مدد الاحتفاظ");
    public static readonly Word Lead = new("Chaque nuit après trois heures, ce qui a été gardé assez longtemps disparaît. Les faits restent et ne nomment personne.", "Every night after three, what has been kept long enough goes. Facts stay, and name nobody.", "كل ليلة بعد الثالثة يُحذف ما احتُفظ به مدة كافية. تبقى الوقائع ولا تسمي أحدا.");
    public static readonly Word Periods = new("Ce qui est gardé, et combien de temps", "What is kept, and for how long", "ما يُحتفظ به ولكم من الوقت");
    public static readonly Word What = new("Quoi", "What", "ماذا");
    public static readonly Word Period = new("Durée", "For how long", "المدة");
    public static readonly Word Text = new("Texte", "Text", "النص");
    public static readonly Word Due = new("À supprimer maintenant", "To go now", "يُحذف الآن");
    public static readonly Word Recordings = new("Sons des enregistrements", "Sound of recordings", "أصوات التسجيلات");
    public static readonly Word RecordingsPeriod = new("6 mois pour la qualité, 12 pour une analyse, 5 ans pour la preuve d’un contrat", "6 months for quality, 12 for an analysis, 5 years as proof of a contract", "6 أشهر للجودة، 12 شهرا للتحليل، 5 سنوات لإثبات عقد");
    public static readonly Word People = new("Prospects sans signe de leur part", "Prospects of whom there is no sign", "زبناء محتملون دون أي علامة منهم");
    public static readonly Word PeoplePeriod = new("3 ans après le dernier consentement, appel abouti ou fichier", "3 years after the last consent, conversation or file", "3 سنوات بعد آخر موافقة أو مكالمة أو ملف");
    public static readonly Word ImportFiles = new("Fichiers d’erreurs des imports", "Error files of imports", "ملفات أخطاء الاستيراد");
    public static readonly Word ImportFilesPeriod = new("30 jours", "30 days", "30 يوما");
    public static readonly Word House = new("règle de la maison", "the house’s own", "قاعدة الدار");
    public static readonly Word Now = new("Supprimer maintenant", "Remove now", "الحذف الآن");
    public static readonly Word Sure = new("Supprimer définitivement ?", "Remove for good?", "حذف نهائي؟");
    public static readonly Word SureYes = new("Oui, supprimer", "Yes, remove", "نعم، احذف");
    public static readonly Word Nothing = new("Rien n’est à supprimer.", "There is nothing to remove.", "لا شيء للحذف.");
    public static readonly Word Nights = new("Ce qui a été supprimé", "What was removed", "ما حُذف");
    public static readonly Word NightsEmpty = new("Aucune nuit n’a encore passé.", "No night has passed yet.", "لم تمر أي ليلة بعد.");
    public static readonly Word At = new("Quand", "When", "متى");
    public static readonly Word By = new("Par", "By", "بواسطة");
    public static readonly Word Automatic = new("Plateau, la nuit", "Plateau, at night", "بلاتو، ليلا");
    public static readonly Word Failed = new("Non supprimé, réessayé la nuit suivante : {0}", "Not removed, tried again the next night: {0}", "لم يُحذف، وستُعاد المحاولة الليلة المقبلة: {0}");
    public static readonly Word Done = new("Supprimé.", "Removed.", "تم الحذف.");

    internal static Word Of(KeptThing thing) => thing switch { KeptThing.Recordings => Recordings, KeptThing.People => People, _ => ImportFiles };
    internal static Word PeriodOf(KeptThing thing) => thing switch { KeptThing.Recordings => RecordingsPeriod, KeptThing.People => PeoplePeriod, _ => ImportFilesPeriod };
}
