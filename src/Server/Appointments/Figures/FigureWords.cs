using Plateau.Server.Web.Words;

namespace Plateau.Server.Appointments.Figures;

/// <summary>The words of the report of appointments.</summary>
internal static class FigureWords
{
    public static readonly Word Title = new("Rapport des rendez-vous", "Report of appointments", "تقرير المواعيد");
    public static readonly Word ByMade = new("Jour de prise", "Day made", "يوم التحديد");
    public static readonly Word ByMet = new("Jour du rendez-vous", "Day of the meeting", "يوم الموعد");
    public static readonly Word CountedBy = new("Compter par", "Count by", "العد حسب");
    public static readonly Word Made = new("Pris", "Made", "محددة");
    public static readonly Word MadeFormula = new("Rendez-vous dont ce jour est dans la période, quoi qu’il en soit advenu.", "Appointments whose day lies in the period, whatever came of them.", "المواعيد التي يقع يومها في الفترة مهما كانت نتيجتها.");
    public static readonly Word InCallsFormula = new("Pris pendant un appel ÷ pris ; les autres l’ont été au calendrier.", "Made in a call ÷ made; the others in the calendar.", "المحددة في مكالمة ÷ المحددة؛ والباقي في التقويم.");
    public static readonly Word Open = new("Sans suite connue", "Not known yet", "غير معروفة النتيجة");
    public static readonly Word OpenFormula = new("À venir, ou passés et pas encore renseignés ÷ pris.", "To come, or gone by and not yet reported ÷ made.", "القادمة أو التي فاتت ولم تُسجَّل نتيجتها ÷ المحددة.");
    public static readonly Word Held = new("Honorés", "Held", "تمت");
    public static readonly Word HeldFormula = new("Honorés ÷ honorés et absents.", "Held ÷ held and no-shows.", "ما تم ÷ ما تم وما غاب عنه.");
    public static readonly Word NoShow = new("Absents", "No-shows", "غياب");
    public static readonly Word NoShowFormula = new("Absents ÷ honorés et absents.", "No-shows ÷ held and no-shows.", "الغياب ÷ ما تم وما غاب عنه.");
    public static readonly Word Cancelled = new("Annulés", "Called off", "ملغاة");
    public static readonly Word CancelledFormula = new("Annulés, par qui que ce soit ÷ pris.", "Called off, by whichever side ÷ made.", "الملغاة من أي طرف ÷ المحددة.");
    public static readonly Word Where = new("{0} en appel, {1} au calendrier.", "{0} in calls, {1} in the calendar.", "{0} في المكالمات، {1} في التقويم.");
    public static readonly Word InCalls = new("{0} en appel", "{0} in calls", "{0} في المكالمات");
    public static readonly Word EqualsList = new("Égal à la liste ci-dessous.", "Equal to the list below.", "مساوٍ للقائمة أدناه.");
    public static readonly Word ByMaker = new("Par conseiller ou superviseur", "By agent or supervisor", "حسب المستشار أو المشرف");
    public static readonly Word ByConsultant = new("Par commercial", "By consultant", "حسب مستشار الجهة");
    public static readonly Word ByCampaign = new("Par campagne", "By campaign", "حسب الحملة");
    public static readonly Word ByDay = new("Par jour", "By day", "حسب اليوم");
    public static readonly Word Maker = new("Pris par", "Made by", "حدده");
    public static readonly Word MadeAt = new("Pris le", "Made at", "حُدد في");
    public static readonly Word At = new("Rendez-vous", "Appointment", "الموعد");
    public static readonly Word AProgram = new("Programme", "Program", "برنامج");
    public static readonly Word List = new("Les rendez-vous", "The appointments", "المواعيد");
    public static readonly Word Nothing = new("Aucun rendez-vous sur cette période", "No appointment in this period", "لا موعد في هذه الفترة");
    public static readonly Word NothingWhy = new("Ils comptent ici dès qu’un conseiller en prend un en appel, ou un superviseur au calendrier.", "They count here as soon as an agent makes one in a call, or a supervisor in the calendar.", "تُحسب هنا بمجرد أن يحدد مستشار موعداً في مكالمة أو مشرف في التقويم.");
    public static readonly Word Cut = new("Plus de {0} rendez-vous : seuls les premiers sont comptés. Choisissez une période plus courte.", "More than {0} appointments: only the first are counted. Choose a shorter period.", "أكثر من {0} موعد: تُحسب الأولى فقط. اختر فترة أقصر.");
    public static readonly Counted Found = new(("{0} rendez-vous", "{0} rendez-vous"), ("{0} appointment", "{0} appointments"), ("لا مواعيد", "موعد واحد", "موعدان", "{0} مواعيد", "{0} موعدا", "{0} موعد"));
    public static readonly Word Erased = new("Qui a été effacé n’est plus compté ici ; le rapport de la campagne, qui ne nomme personne, le compte toujours.", "Whoever was erased counts here no more; the report of the campaign, which names nobody, still counts them.", "من مُحيت بياناته لا يُحسب هنا؛ وتقرير الحملة الذي لا يسمي أحداً ما زال يحسبه.");
    public static readonly Word AsWorkbook = new("Classeur (XLSX)", "Workbook (XLSX)", "مصنف (XLSX)");
    public static readonly Word AsCsv = new("Texte (CSV)", "Text (CSV)", "نص (CSV)");
}
