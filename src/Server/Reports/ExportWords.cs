using Plateau.Server.Web.Words;

namespace Plateau.Server.Reports;

/// <summary>The words of exports: kept views, exports made by the clock, and what they wrote.</summary>
internal static class ExportWords
{
    public static readonly Word Title = new("Exports et vues", "Exports and views", "التصدير والعروض");
    public static readonly Word Export = new("Exporter", "Export", "تصدير");
    public static readonly Word AsWorkbook = new("Rapport en classeur (XLSX)", "Report as a workbook (XLSX)", "التقرير كمصنف (XLSX)");
    public static readonly Word AsCsv = new("Rapport en CSV", "Report as CSV", "التقرير بصيغة CSV");
    public static readonly Word CallsAsWorkbook = new("Appels choisis en classeur (XLSX)", "Chosen calls as a workbook (XLSX)", "المكالمات المختارة كمصنف (XLSX)");
    public static readonly Word CallsAsCsv = new("Appels choisis en CSV", "Chosen calls as CSV", "المكالمات المختارة بصيغة CSV");
    public static readonly Word Views = new("Vues", "Views", "العروض");
    public static readonly Word KeepView = new("Garder cette vue", "Keep this view", "حفظ هذا العرض");
    public static readonly Word ViewName = new("Nom de la vue", "Name of the view", "اسم العرض");
    public static readonly Word ViewNamed = new("Donnez un nom à la vue, de 80 lettres au plus.", "Give the view a name, of at most 80 letters.", "أعط العرض اسما من 80 حرفا على الأكثر.");
    public static readonly Word TooManyViews = new("Vous gardez déjà 50 vues : retirez-en une d’abord.", "You keep 50 views already: remove one first.", "لديك 50 عرضا محفوظا: احذف واحدا أولا.");
    public static readonly Word NoViews = new("Aucune vue gardée", "No view kept", "لا عروض محفوظة");
    public static readonly Word NoViewsWhy = new("Dans un rapport, choisissez période et filtres, puis « Garder cette vue ».", "In a report, choose period and filters, then “Keep this view”.", "في أي تقرير، اختر الفترة والمرشحات ثم «حفظ هذا العرض».");
    public static readonly Word Remove = new("Retirer", "Remove", "حذف");
    public static readonly Word RemoveNamed = new("Retirer {0}", "Remove {0}", "حذف {0}");
    public static readonly Word Schedule = new("Exports programmés", "Scheduled exports", "التصدير المجدول");
    public static readonly Word NewSchedule = new("Programmer un export", "Schedule an export", "جدولة تصدير");
    public static readonly Word NoSchedules = new("Aucun export programmé", "No export scheduled", "لا تصدير مجدول");
    public static readonly Word NoSchedulesWhy = new("Programmez-en un : chaque jour ou chaque semaine, à l’heure dite.", "Schedule one: every day or every week, at its time.", "جدول واحدا: كل يوم أو كل أسبوع في وقته.");
    public static readonly Word Name = new("Nom", "Name", "الاسم");
    public static readonly Word Format = new("Format", "Format", "الصيغة");
    public static readonly Word Rhythm = new("Rythme", "Rhythm", "الوتيرة");
    public static readonly Word Daily = new("Chaque jour", "Every day", "كل يوم");
    public static readonly Word Weekly = new("Chaque semaine", "Every week", "كل أسبوع");
    public static readonly Word On = new("Le jour", "On", "اليوم");
    public static readonly Word At = new("Heure", "Time", "الساعة");
    public static readonly Word Covers = new("Couvre", "Covers", "يشمل");
    public static readonly Word CoversDay = new("la veille", "the day before", "اليوم السابق");
    public static readonly Word CoversWeek = new("les sept jours précédents", "the seven days before", "الأيام السبعة السابقة");
    public static readonly Word Next = new("Prochain", "Next", "التالي");
    public static readonly Word ScheduleIt = new("Programmer", "Schedule", "جدولة");
    public static readonly Word Incomplete = new("Il manque le nom, la campagne ou l’heure.", "Name, campaign or time is missing.", "ينقص الاسم أو الحملة أو الوقت.");
    public static readonly Word Written = new("Fichiers écrits", "Files written", "الملفات المكتوبة");
    public static readonly Word NoFiles = new("Aucun fichier écrit", "No file written", "لا ملفات مكتوبة");
    public static readonly Word NoFilesWhy = new("Les exports programmés arrivent ici.", "Scheduled exports arrive here.", "تصل هنا ملفات التصدير المجدول.");
    public static readonly Word File = new("Fichier", "File", "الملف");
    public static readonly Word WrittenAt = new("Écrit", "Written", "وقت الكتابة");
    public static readonly Word Size = new("Taille", "Size", "الحجم");
    public static readonly Word Kilobytes = new("{0} ko", "{0} kB", "{0} ك.ب");
    public static readonly Word Gone = new("Fichier retiré du dossier", "File removed from its folder", "أزيل الملف من مجلده");
    public static readonly Word FailedLast = new("Le dernier essai a échoué ; il est repris dans une minute.", "The last try failed; it is tried again in a minute.", "فشلت المحاولة الأخيرة، وتعاد بعد دقيقة.");
}
