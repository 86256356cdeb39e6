namespace Plateau.Server.Web.Words;

/// <summary>The words of fields in which a day or a time is typed.</summary>
internal static class TypedWords
{
    public static readonly Word DayForm = new("jj/mm/aaaa", "dd/mm/yyyy", "يي/شش/سسسس");
    public static readonly Word TimeForm = new("hh:mm", "hh:mm", "سس:دد");
    public static readonly Word NoDay = new("« {0} » n’est pas une date : {1} reste. Écrivez le jour, le mois, l’année : 24/11/2026.", "“{0}” is no date: {1} stays. Write day, month, year: 24/11/2026.", "«{0}» ليس تاريخا: يبقى {1}. اكتب اليوم والشهر والسنة: 24/11/2026.");
    public static readonly Word NoTime = new("« {0} » n’est pas une heure : {1} reste. Écrivez 09:30 ou 9h30.", "“{0}” is no time: {1} stays. Write 09:30.", "«{0}» ليس وقتا: يبقى {1}. اكتب 09:30.");
}
