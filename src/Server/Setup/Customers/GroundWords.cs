using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Customers;

/// <summary>The words of what is on file about a ground: how it was given, what was told, and what is missing.</summary>
public static class GroundWords
{
    public static readonly Word Act = new("Acte de la personne", "The person’s act", "فعل الشخص");
    public static readonly Word Attested = new("attesté par le donneur d’ordre", "attested by the client", "بشهادة الجهة المتعاقدة");
    public static readonly Word ActUnknown = new("acte inconnu : aucun appel ne peut s’appuyer dessus", "act unknown: no call can rest on it", "الفعل غير معروف: لا يستند إليه أي اتصال");
    public static readonly Word Statements = new("Mentions présentées", "Statements shown", "البيانات المعروضة");
    public static readonly Word NotTold = new("mentions manquantes : {0}", "statements missing: {0}", "بيانات ناقصة: {0}");
    public static readonly Word Channels = new("Moyens acceptés", "Ways agreed to", "الوسائل المقبولة");
    public static readonly Word Collector = new("Recueilli par", "Collected by", "جمعها");
    public static readonly Word CollectorHint = new("Un formulaire, un magasin, un centre : pas le nom d’une personne.", "A form, a shop, a centre: not a person’s name.", "استمارة أو متجر أو مركز: لا اسم شخص.");
    public static readonly Word Wording = new("Texte présenté", "Words shown", "النص المعروض");
    public static readonly Word Piece = new("Fichier de la pièce", "The piece’s own file", "ملف المستند");
    public static readonly Word PieceHint = new("Facultatif : seule son empreinte SHA-256 est gardée, à la fin de la référence.", "Optional: only its SHA-256 is kept, at the end of the reference.", "اختياري: تُحفظ بصمته SHA-256 فقط في آخر المرجع.");
    public static readonly Word PieceTooLarge = new("Fichier de la pièce : 50 Mo au plus. Calculez son SHA-256 et écrivez « sha256:… » dans la référence.", "The piece’s own file: 50 MB at most. Count its SHA-256 and write “sha256:…” in the reference.", "ملف المستند: 50 ميغابايت على الأكثر. احسب SHA-256 له واكتب «sha256:…» في المرجع.");
    public static readonly Word ProofTooLong = new("Référence trop longue pour porter une empreinte : 120 caractères au plus.", "The reference is too long to carry a fingerprint: 120 characters at most.", "المرجع أطول من أن يحمل بصمة: 120 حرفا على الأكثر.");
    public static readonly Word Fingerprint = new("Empreinte", "Fingerprint", "البصمة");
    public static readonly Word Asked = new("Ce que la personne a demandé", "What the person asked", "ما طلبه الشخص");
    public static readonly Word Withdrawn = new("retiré le {0}", "withdrawn on {0}", "سُحبت يوم {0}");
    public static readonly Word NoProof = new("sans preuve", "without proof", "دون إثبات");
    public static readonly Word ProductsHint = new("Plusieurs : séparés par « ; ».", "Several: apart by “;”.", "عدة: يفصل بينها «;».");
    public static readonly Word NoProducts = new("Ce qu’il vise : nommez au moins un produit ou service.", "What it names: name one product or service at least.", "ما تخصه: سمّ منتجا أو خدمة على الأقل.");
    public static readonly Word EndsBefore = new("Valable jusqu’au : la fin précède le début. Corrigez l’une des deux dates.", "Good until: the end lies before the start. Correct one of the two dates.", "صالح إلى غاية: النهاية قبل البداية. صحح أحد التاريخين.");
    public static readonly Word NoTelephone = new("Moyens acceptés : sans le téléphone, aucun appel ne peut s’appuyer sur ce consentement.", "Ways agreed to: without the telephone no call can rest on this consent.", "الوسائل المقبولة: دون الهاتف لا يستند أي اتصال إلى هذه الموافقة.");
}
