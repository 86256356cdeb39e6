using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance.Records;

/// <summary>The words of the records that calls rest on.</summary>
internal static class RecordWords
{
    public static readonly Word Title = new("Registre des preuves", "Records and proofs", "سجل الإثباتات");
    public static readonly Word Lead = new("Ce sur quoi reposent les appels d’un donneur d’ordre, avec la preuve de chaque pièce : à compter, à emporter, à remettre au donneur d’ordre ou à l’autorité. Chaque fichier emporté est inscrit au journal d’audit.", "What a client’s calls rest on, with the proof of each record: to count, to take along, to hand to the client or the authority. Each file taken is written in the audit log.", "ما تستند إليه مكالمات الجهة المتعاقدة، مع إثبات كل وثيقة: للعد والتصدير والتسليم للجهة أو للسلطة. كل ملف مصدر يُسجل في سجل التدقيق.");
    public static readonly Word Record = new("Pièce", "Record", "الوثيقة");
    public static readonly Word Standing = new("En vigueur", "In force", "ساري");
    public static readonly Word Ended = new("Échu", "Ended", "منته");
    public static readonly Word Withdrawn = new("Retiré", "Withdrawn", "مسحوب");
    public static readonly Word Take = new("Emporter", "Take along", "تصدير");
    public static readonly Word Oppositions = new("Oppositions", "Objections", "التعرضات");
    public static readonly Word ForAll = new("dont {0} à tous les donneurs d’ordre", "of which {0} to every client", "منها {0} لكل الجهات");
    public static readonly Word Mandates = new("Mandats pour un numéro présenté", "Mandates for a number shown", "تفويضات الأرقام الظاهرة");
    public static readonly Word Papers = new("Contrats et transferts de données", "Contracts and transfers of data", "عقود ونقل المعطيات");
    public static readonly Word NoClients = new("Aucun donneur d’ordre", "No client", "لا جهة متعاقدة");
    public static readonly Word NoClientsWhy = new("Les pièces appartiennent à un donneur d’ordre : entrez-en un, ses listes apportent les consentements et les contrats.", "Records belong to a client: enter one; its lists bring consents and contracts.", "الوثائق تخص جهة متعاقدة: أدخل واحدة، ولوائحها تجلب الموافقات والعقود.");
    public static readonly Word TooManyForWorkbook = new("{0} lignes : un classeur n’en tient que 1 048 575. Prenez le fichier CSV.", "{0} rows: a workbook holds 1,048,575 at most. Take the CSV file.", "{0} سطرا: المصنف لا يتسع إلا لـ 1048575. خذ ملف CSV.");
    public static readonly Word TakeAs = new("{0} : {1}", "{0}: {1}", "{0}: {1}");
}
