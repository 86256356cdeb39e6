using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance.Holidays;

/// <summary>The words of the holidays that the rule book keeps.</summary>
internal static class HolidayWords
{
    public static readonly Word Title = new("Jours fériés", "Holidays", "أيام العطل");
    public static readonly Word Lead = new("Les jours où le recueil de règles n’appelle pas. Ceux de France se calculent ; ceux du calendrier lunaire, au Maroc, sont annoncés : tant que rien n’est saisi, chaque jour possible compte.", "The days on which the rule book does not call. Those of France are computed; those of the lunar calendar, in Morocco, are announced: until something is entered, each possible day counts.", "الأيام التي لا يتصل فيها دليل القواعد. عطل فرنسا تُحسب؛ أما أعياد التقويم الهجري بالمغرب فتُعلن: ما لم يُدخل شيء فكل يوم محتمل يُحتسب.");
    public static readonly Word Year = new("Année", "Year", "السنة");
    public static readonly Word Lunar = new("Maroc, calendrier lunaire", "Morocco, lunar calendar", "المغرب، التقويم الهجري");
    public static readonly Word Common = new("Maroc, dates fixes", "Morocco, fixed dates", "المغرب، تواريخ ثابتة");
    public static readonly Word France = new("France", "France", "فرنسا");
    public static readonly Word Local = new("S’y ajoutent, là où elles valent, les fêtes d’Alsace-Moselle et d’outre-mer.", "Added where they hold: the holidays of Alsace-Moselle and overseas.", "وتضاف، حيث تسري، أعياد الألزاس-موزيل وأقاليم ما وراء البحار.");
    public static readonly Word Feast = new("Fête", "Feast", "العيد");
    public static readonly Word Begins = new("Premier jour", "First day", "اليوم الأول");
    public static readonly Word Days = new("Jours", "Days", "الأيام");
    public static readonly Word Expected = new("attendu, au jour près", "expected, within a day", "متوقع، بفارق يوم");
    public static readonly Word Announced = new("annoncé", "announced", "معلن");
    public static readonly Word Save = new("Enregistrer comme annoncé", "Keep as announced", "حفظ كما أُعلن");
    public static readonly Word Back = new("Revenir aux dates attendues", "Back to what is expected", "الرجوع إلى التواريخ المتوقعة");
    public static readonly Word Saved = new("Enregistré : le plateau l’applique dès maintenant.", "Kept: the floor goes by it from now on.", "حُفظ: تطبقه الأرضية من الآن.");
    public static readonly Word Stale = new("Quelqu’un d’autre vient de changer ces jours : les voici, reprenez votre saisie.", "Somebody else has just changed these days: here they are; enter yours again.", "غيّر شخص آخر هذه الأيام للتو: ها هي، أعد الإدخال.");
    public static readonly Word OtherYear = new("{0} n’est pas en {1} : choisissez un jour de cette année.", "{0} is not in {1}: choose a day of that year.", "{0} ليس في {1}: اختر يوما من تلك السنة.");
}
