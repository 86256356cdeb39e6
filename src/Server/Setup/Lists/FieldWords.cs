using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Lists;

/// <summary>What a column of a client's file can become, and why a row of it is refused.</summary>
public static class FieldWords
{
    public static readonly Word Phone = new("Téléphone", "Telephone", "الهاتف");
    public static readonly Word Mobile = new("Mobile", "Mobile", "الهاتف المحمول");
    public static readonly Word Office = new("Ligne directe au travail", "Own line at work", "الخط المباشر في العمل");
    public static readonly Word Switchboard = new("Standard téléphonique", "Switchboard", "مقسم الهاتف");
    public static readonly Word Name = new("Nom", "Name", "الاسم العائلي");
    public static readonly Word FirstName = new("Prénom", "First name", "الاسم الشخصي");
    public static readonly Word Company = new("Entreprise", "Company", "الشركة");
    public static readonly Word Email = new("Courriel", "Email", "البريد الإلكتروني");
    public static readonly Word Language = new("Langue (fr, en, ar)", "Language (fr, en, ar)", "اللغة (fr، en، ar)");
    public static readonly Word Postcode = new("Code postal", "Postcode", "الرمز البريدي");
    public static readonly Word City = new("Ville", "City", "المدينة");
    public static readonly Word Country = new("Pays", "Country", "البلد");
    public static readonly Word Territory = new("Territoire", "Territory", "الإقليم");
    public static readonly Word Zone = new("Fuseau horaire", "Time zone", "المنطقة الزمنية");
    public static readonly Word Audience = new("Consommateur ou professionnel", "Consumer or professional", "مستهلك أو مهني");
    public static readonly Word Reference = new("Référence du client", "Client’s reference", "مرجع الزبون");
    public static readonly Word ConsentAt = new("Date du consentement", "Date of consent", "تاريخ الموافقة");
    public static readonly Word ConsentProof = new("Preuve du consentement", "Proof of consent", "إثبات الموافقة");
    public static readonly Word ConsentUntil = new("Fin du consentement", "End of consent", "نهاية الموافقة");
    public static readonly Word ConsentProducts = new("Produits du consentement", "Products of the consent", "منتجات الموافقة");
    public static readonly Word ConsentAct = new("Acte de consentement", "Act of consent", "فعل الموافقة");
    public static readonly Word ConsentStatements = new("Mentions présentées", "Statements shown", "البيانات المعروضة");
    public static readonly Word ConsentChannels = new("Moyens acceptés", "Ways agreed to", "الوسائل المقبولة");
    public static readonly Word ConsentCollector = new("Consentement recueilli par", "Consent collected by", "جامع الموافقة");
    public static readonly Word ConsentWording = new("Texte du consentement", "Words of the consent", "نص الموافقة");
    public static readonly Word ConsentWithdrawn = new("Retrait du consentement", "Consent withdrawn on", "تاريخ سحب الموافقة");
    public static readonly Word ContractUntil = new("Fin du contrat", "End of contract", "نهاية العقد");
    public static readonly Word ContractProducts = new("Produits du contrat", "Products of the contract", "منتجات العقد");
    public static readonly Word RequestAt = new("Date de la demande de rappel", "Date of the callback request", "تاريخ طلب معاودة الاتصال");
    public static readonly Word RequestProof = new("Preuve de la demande", "Proof of the request", "إثبات الطلب");
    public static readonly Word RequestProducts = new("Produits de la demande", "Products of the request", "منتجات الطلب");
    public static readonly Word RequestWording = new("Texte de la demande", "Words of the request", "نص الطلب");
    public static readonly Word ContractSince = new("Début du contrat", "Start of contract", "بداية العقد");
    public static readonly Word ContractProof = new("Référence du contrat", "Contract reference", "مرجع العقد");
    public static readonly Word Product = new("Produits visés", "Products named", "المنتجات المعنية");

    public static readonly Word Score = new("Score", "Score", "التنقيط");

    public static readonly Word FaultLetters = new("numéro avec des lettres", "number with letters", "رقم فيه حروف");
    public static readonly Word FaultMissing = new("sans numéro", "no number", "دون رقم");
    public static readonly Word FaultShort = new("numéro trop court", "number too short", "رقم قصير جدا");
    public static readonly Word FaultLong = new("numéro trop long", "number too long", "رقم طويل جدا");
    public static readonly Word FaultNumber = new("numéro invalide", "invalid number", "رقم غير صالح");
    public static readonly Word FaultPremium = new("numéro surtaxé", "premium number", "رقم بتسعيرة خاصة");
    public static readonly Word FaultAct = new("acte de consentement inconnu", "unknown act of consent", "فعل موافقة غير معروف");
    public static readonly Word FaultStatement = new("mention inconnue", "unknown statement", "بيان غير معروف");
    public static readonly Word FaultChannel = new("moyen inconnu", "unknown way of being reached", "وسيلة غير معروفة");
    public static readonly Word FaultNoTelephone = new("consentement sans le téléphone", "consent without the telephone", "موافقة دون الهاتف");
    public static readonly Word FaultPeriod = new("fin avant le début", "end before the start", "النهاية قبل البداية");
    public static readonly Word FaultNoDate = new("base légale sans date", "ground without a date", "أساس دون تاريخ");
    public static readonly Word FaultText = new("texte trop long", "text too long", "نص طويل جدا");
    public static readonly Word FaultDate = new("date illisible", "unreadable date", "تاريخ غير مقروء");
    public static readonly Word FaultRow = new("ligne mal formée", "malformed row", "سطر غير سليم");
    public static readonly Word FaultScore = new("score illisible", "unreadable score", "تنقيط غير مقروء");
    public static readonly Word FaultNotOnList = new("pas sur la liste", "not on the list", "ليس في اللائحة");
    public static readonly Word FaultPlace = new("pays ou fuseau inconnu", "unknown country or zone", "بلد أو منطقة زمنية غير معروفة");
    public static readonly Word FaultAudience = new("ni consommateur ni professionnel", "neither consumer nor professional", "لا مستهلك ولا مهني");

    private static readonly Dictionary<string, Word> Fields = typeof(FieldWords).GetFields().Where(field => field.FieldType == typeof(Word) && !field.Name.StartsWith("Fault", StringComparison.Ordinal))
        .ToDictionary(field => field.Name, field => (Word)field.GetValue(null)!);

    /// <summary>The fields as a choice shows them: of the person, then of each ground.</summary>
    internal static IEnumerable<IGrouping<string, string>> Groups => Storage.Importing.ListPreview.Fields.GroupBy(each => Ground(each).ToString());

    private static Word Ground(string field) =>
        field.StartsWith("Consent", StringComparison.Ordinal) ? Customers.CustomerWords.Consent
        : field.StartsWith("Contract", StringComparison.Ordinal) ? Customers.CustomerWords.Contract
        : field.StartsWith("Request", StringComparison.Ordinal) ? Customers.CustomerWords.Request : ListWords.Person;

    internal static string Of(string field) => Fields.TryGetValue(field, out var word) ? word.ToString() : field;

    internal static string OfFault(string code) => code switch
    {
        "phone-letters" => FaultLetters,
        "phone-missing" => FaultMissing,
        "phone-too-short" => FaultShort,
        "phone-too-long" => FaultLong,
        "phone-premium" => FaultPremium,
        "audience-unknown" => FaultAudience,
        "not-on-list" => FaultNotOnList,
        "act-unknown" => FaultAct,
        "statement-unknown" => FaultStatement,
        "channel-unknown" => FaultChannel,
        "channel-not-telephone" => FaultNoTelephone,
        "period-ends-before" => FaultPeriod,
        "date-missing" => FaultNoDate,
        "text-too-long" => FaultText,
        _ when code.StartsWith("score-", StringComparison.Ordinal) => FaultScore,
        _ when code.StartsWith("phone-", StringComparison.Ordinal) => FaultNumber,
        _ when code.Contains("date", StringComparison.Ordinal) || code.Contains("consent", StringComparison.Ordinal) || code.Contains("contract", StringComparison.Ordinal) => FaultDate,
        _ when code.Contains("country", StringComparison.Ordinal) || code.Contains("zone", StringComparison.Ordinal) || code.Contains("territory", StringComparison.Ordinal) => FaultPlace,
        _ => FaultRow,
    };
}
