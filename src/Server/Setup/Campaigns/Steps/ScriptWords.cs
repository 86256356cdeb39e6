using Plateau.Core.Prospecting;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns.Steps;

/// <summary>The words of the script's editor and of its preview.</summary>
public static class ScriptWords
{
    public static readonly Word Tells = new("Cette étape dit", "This step says", "تقول هذه المرحلة");
    public static readonly Word TellsCaller = new("qui appelle", "who calls", "من المتصل");
    public static readonly Word TellsPrincipal = new("pour qui", "for whom", "لحساب من");
    public static readonly Word TellsCommercial = new("que l’appel est commercial", "that the call is commercial", "أن المكالمة تجارية");
    public static readonly Word TellsRecording = new("que l’appel peut être enregistré, et qu’on peut refuser", "that the call may be recorded, and that one may say no", "أن المكالمة قد تُسجَّل وأن الرفض ممكن");
    public static readonly Word TellsLink = new("le lien entre les deux (finance)", "the link between the two (finance)", "العلاقة بينهما (المالية)");
    public static readonly Word Write = new("Écriture", "Writing", "الكتابة");
    public static readonly Word Preview = new("Aperçu", "Preview", "معاينة");
    public static readonly Word Empty = new("Le script viendra ici", "The script will be here", "سيظهر السيناريو هنا");
    public static readonly Word EmptyWhy = new("Il se lit étape par étape : la réponse du client final choisit la suivante.", "It is read step by step: the customer’s answer chooses the next one.", "يُقرأ مرحلة مرحلة: جواب الزبون يحدد التالية.");
    public static readonly Word Begin = new("Commencer par un modèle", "Begin with a model", "البدء بنموذج");
    public static readonly Word AddStep = new("Ajouter une étape", "Add a step", "إضافة مرحلة");
    public static readonly Word StepTitle = new("Titre de l’étape", "Title of the step", "عنوان المرحلة");
    public static readonly Word Says = new("Ce qui est dit", "What is said", "ما يقال");
    public static readonly Word Variables = new("Variables", "Variables", "المتغيرات");
    public static readonly Word Answers = new("Réponses du client final", "The customer’s answers", "أجوبة الزبون");
    public static readonly Word Answer = new("Réponse", "Answer", "جواب");
    public static readonly Word LeadsTo = new("mène à", "leads to", "يقود إلى");
    public static readonly Word AddAnswer = new("Ajouter une réponse", "Add an answer", "إضافة جواب");
    public static readonly Word FromTheTop = new("Reprendre au début", "From the top", "العودة إلى البداية");
    public static readonly Word Back = new("Étape précédente", "Step before", "المرحلة السابقة");
    public static readonly Word End = new("Fin du script.", "End of the script.", "نهاية السيناريو.");
    public static readonly Word Untitled = new("Étape {0}", "Step {0}", "المرحلة {0}");
    public static readonly Word NewStep = new("Nouvelle étape", "New step", "مرحلة جديدة");

    public static readonly Word OfClient = new("donneur d’ordre", "client", "الجهة المتعاقدة");
    public static readonly Word OfAgent = new("conseiller", "agent", "المستشار");
    public static readonly Word OfFirstName = new("prénom", "first name", "الاسم الشخصي");
    public static readonly Word OfName = new("nom", "name", "الاسم العائلي");
    public static readonly Word OfCompany = new("entreprise", "company", "الشركة");
    public static readonly Word OfCity = new("ville", "city", "المدينة");
    public static readonly Word OfReference = new("référence", "reference", "المرجع");
    public static readonly Word OfProduct = new("offre", "offer", "العرض");
    public static readonly Word OfCallerId = new("numéro présenté", "caller ID", "الرقم الظاهر");

    internal static string NameOf(string variable) => variable switch
    {
        "client" => OfClient,
        "agent" => OfAgent,
        "firstname" => OfFirstName,
        "name" => OfName,
        "company" => OfCompany,
        "city" => OfCity,
        "reference" => OfReference,
        "product" => OfProduct,
        "callerid" => OfCallerId,
        _ => variable.StartsWith("column:", StringComparison.Ordinal) ? variable["column:".Length..] : variable,
    };

    internal static Word Of(OpeningDuty duty) => duty switch { OpeningDuty.Caller => TellsCaller, OpeningDuty.Principal => TellsPrincipal, OpeningDuty.Commercial => TellsCommercial, OpeningDuty.Recording => TellsRecording, _ => TellsLink };
}
