using Plateau.Core.Prospecting;
using Plateau.Server.Setup.Lists;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns.Steps;

/// <summary>The words by which lists share the calls, and of quotas.</summary>
public static class MixWords
{
    public static readonly Word Tier = new("Rang", "Tier", "المرتبة");
    public static readonly Word Weight = new("Poids", "Weight", "الوزن");
    public static readonly Word Part = new("Part", "Part", "الحصة");
    public static readonly Word Order = new("Ordre", "Order", "الترتيب");
    public static readonly Word ByPlace = new("fichier", "file", "الملف");
    public static readonly Word ByScore = new("score", "score", "التنقيط");
    public static readonly Word Hint = new("Une liste de rang 2 n’est appelée que si aucune de rang 1 n’a personne d’appelable. À rang égal, les poids partagent les appels ; une liste vide laisse sa part aux autres.", "A list of tier 2 is called only while none of tier 1 has anybody who may be called. Within a tier, weights share the calls; a dry list leaves its part to the others.", "لا يُتصل بلائحة من المرتبة 2 إلا إذا لم يبق أحد يمكن الاتصال به في المرتبة 1. داخل المرتبة الواحدة توزع الأوزان المكالمات، واللائحة الفارغة تترك حصتها للأخريات.");

    public static readonly Word Quotas = new("Quotas", "Quotas", "الحصص القصوى");
    public static readonly Word QuotasHint = new("Au plus tant de succès là où une colonne dit la même chose. Un appel en ligne compte jusqu’à ce qu’il échoue : un quota n’est jamais dépassé.", "At most so many successes where a column says the same. A call on the line counts until it is none: a quota is never overrun.", "عدد أقصى من حالات النجاح حيث يقول العمود الشيء نفسه. تُحتسب المكالمة الجارية إلى أن تفشل، فلا يُتجاوز السقف أبدا.");
    public static readonly Word Telling = new("Répartition des prospects par quota", "Telling prospects apart for the quotas", "توزيع الزبناء حسب الحصص");
    public static readonly Word TellingWhy = new("La campagne continue sous ses quotas actuels ; les nouveaux valent dès que c’est fini. Vous pouvez quitter cette page.", "The campaign goes on under its present quotas; the new ones hold as soon as this is done. You may leave this page.", "تستمر الحملة بحصصها الحالية، وتسري الجديدة فور الانتهاء. يمكنك مغادرة هذه الصفحة.");
    public static readonly Word TellingStops = new("Arrêt demandé : il s’arrête entre deux groupes de personnes.", "Asked to stop: it stops between two handfuls of people.", "طُلب الإيقاف: يتوقف بين مجموعتين من الأشخاص.");
    public static readonly Word TellingStopped = new("Arrêté : la campagne garde ses quotas précédents. Enregistrez à nouveau pour recommencer.", "Stopped: the campaign keeps its earlier quotas. Save again to begin anew.", "توقف: تحتفظ الحملة بحصصها السابقة. احفظ من جديد للبدء.");
    public static readonly Word QuotasEmpty = new("Aucun quota : la campagne vend sans limite.", "No quota: the campaign sells without limit.", "لا حصة: تبيع الحملة دون سقف.");
    public static readonly Word NoColumns = new("Les quotas se posent sur une colonne des listes. Attachez d’abord une liste qui en a.", "Quotas stand on a column of the lists. Attach a list with one first.", "توضع الحصص على عمود في اللوائح. اربط أولا لائحة فيها عمود.");
    public static readonly Word Add = new("Ajouter un quota", "Add a quota", "إضافة حصة");
    public static readonly Word Remove = new("Retirer", "Remove", "حذف");
    public static readonly Word Column = new("Colonne", "Column", "العمود");
    public static readonly Word Value = new("Valeur", "Value", "القيمة");
    public static readonly Word Each = new("chaque valeur", "each value", "كل قيمة");
    public static readonly Word Limit = new("Succès au plus", "Successes at most", "أقصى عدد للنجاحات");
    public static readonly Counted Values = new(("{0} valeur", "{0} valeurs"), ("{0} value", "{0} values"), ("لا قيم", "قيمة واحدة", "قيمتان", "{0} قيم", "{0} قيمة", "{0} قيمة"));

    public static readonly Word Progress = new("Où en sont les quotas", "How far the quotas are", "أين وصلت الحصص");
    public static readonly Word Successes = new("Succès", "Successes", "النجاحات");
    public static readonly Word OnLine = new("En ligne", "On the line", "قيد المكالمة");
    public static readonly Word Open = new("Encore à appeler", "Still to be called", "بقي الاتصال بهم");
    public static readonly Word Full = new("atteint : plus personne de ce segment n’est appelé", "full: nobody more of this segment is called", "مكتملة: لا يُتصل بأحد آخر من هذه الشريحة");
    public static readonly Word Of = new("{0} sur {1}", "{0} of {1}", "{0} من {1}");

    internal static Word OfOrder(ListOrder order) => order == ListOrder.Score ? ByScore : ByPlace;

    /// <summary>A column as people know it: those that Plateau has a name for by that name.</summary>
    internal static string OfColumn(string column) => column is "Territory" or "City" ? FieldWords.Of(column) : column;
}
