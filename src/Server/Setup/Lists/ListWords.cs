using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Lists;

/// <summary>The words of the lists' pages and of the import.</summary>
public static class ListWords
{
    public static readonly Word Title = new("Listes", "Lists", "اللوائح");
    public static readonly Word Page = new("Liste d’appels", "Call list", "لائحة اتصال");
    public static readonly Word ImportTitle = new("Importer une liste", "Import a list", "استيراد لائحة");
    public static readonly Word Empty = new("Les listes viendront ici", "Lists will be here", "ستظهر اللوائح هنا");
    public static readonly Word EmptyWhy = new("Une liste est un fichier de prospects remis par un donneur d’ordre. Aucune n’est encore importée.", "A list is a file of prospects given by a client. None is imported yet.", "اللائحة ملف زبناء محتملين تسلمه الجهة المتعاقدة. لم تُستورد أي لائحة بعد.");
    public static readonly Word NobodyYet = new("Personne sur cette liste", "Nobody on this list", "لا أحد في هذه اللائحة");
    public static readonly Word People = new("Prospects", "Prospects", "الزبناء المحتملون");
    public static readonly Word Unknown = new("Cette liste n’existe pas", "There is no such list", "هذه اللائحة غير موجودة");
    public static readonly Word UnknownWhy = new("Elle n’a jamais été créée, ou elle est à un donneur d’ordre que vous ne voyez pas.", "It was never made, or belongs to a client that you don’t see.", "لم تُنشأ قط، أو تعود إلى جهة لا تطلع عليها.");
    public static readonly Word WhereTheyStand = new("Où ils en sont", "Where they stand", "أين وصلوا");
    public static readonly Word Reason = new("Raison", "Reason", "السبب");
    public static readonly Word Count = new("Nombre", "Count", "العدد");
    public static readonly Word NextDue = new("Le premier, au plus tôt", "The first, at the earliest", "الأول، في أقرب وقت");
    public static readonly Word Imports = new("Imports", "Imports", "عمليات الاستيراد");
    public static readonly Word ImportsEmpty = new("Aucun import depuis trente jours.", "No import in the last thirty days.", "لا استيراد خلال الثلاثين يوما الأخيرة.");
    public static readonly Word Campaigns = new("Campagnes qui l’appellent", "Campaigns that call it", "الحملات التي تستعملها");

    public static readonly Word Where = new("Pour qui, dans quelle liste", "For whom, into which list", "لمن وفي أي لائحة");
    public static readonly Word IntoList = new("Liste", "List", "اللائحة");
    public static readonly Word NewList = new("Nouvelle liste", "New list", "لائحة جديدة");
    public static readonly Word ListName = new("Nom de la liste", "Name of the list", "اسم اللائحة");
    public static readonly Word Audience = new("Ces personnes sont", "These people are", "هؤلاء الأشخاص");
    public static readonly Word Consumers = new("des consommateurs", "consumers", "مستهلكون");
    public static readonly Word Professionals = new("des professionnels", "professionals", "مهنيون");
    public static readonly Word Product = new("Ce que visent leurs consentements ou contrats", "What their consents or contracts name", "ما تخصه موافقاتهم أو عقودهم");
    public static readonly Word ProductHint = new("Seulement si le fichier ne le dit pas dans une colonne.", "Only when no column of the file says it.", "فقط إذا لم يذكره الملف في عمود.");
    public static readonly Word Drop = new("Déposez le fichier ici", "Drop the file here", "أودع الملف هنا");
    public static readonly Word DropHint = new("CSV ou XLSX, jusqu’à 1 Go. Rien n’est importé avant votre accord.", "CSV or XLSX, up to 1 GB. Nothing is imported before you agree.", "CSV أو XLSX، إلى غاية 1 جيغابايت. لا يُستورد شيء قبل موافقتك.");
    public static readonly Word Choose = new("Choisir un fichier", "Choose a file", "اختيار ملف");
    public static readonly Word Another = new("Changer de fichier", "Change the file", "تغيير الملف");
    public static readonly Word TooLarge = new("Ce fichier dépasse 1 Go : divisez-le.", "This file is over 1 GB: split it.", "يتجاوز هذا الملف 1 جيغابايت: قسّمه.");
    public static readonly Word Reading = new("Réception du fichier", "Receiving the file", "استقبال الملف");
    public static readonly Word Column = new("Colonne du fichier", "Column of the file", "عمود الملف");
    public static readonly Word Example = new("Exemple", "Example", "مثال");
    public static readonly Word Rank = new("numéro {0}", "number {0}", "الرقم {0}");
    public static readonly Word RankOf = new("Rang du numéro : {0}", "Rank of the number: {0}", "رتبة الرقم: {0}");
    public static readonly Word Becomes = new("Devient", "Becomes", "يصبح");
    public static readonly Word Filled = new("Remplie", "Filled", "نسبة التعبئة");
    public static readonly Word KeptAsIs = new("Gardée sous son nom", "Kept under its own name", "يُحتفظ به باسمه");
    public static readonly Counted Columns = new(("{0} colonne", "{0} colonnes"), ("{0} column", "{0} columns"), ("لا أعمدة", "عمود واحد", "عمودان", "{0} أعمدة", "{0} عمودا", "{0} عمود"));
    public static readonly Word Kilobytes = new("{0}\u00a0Ko", "{0}\u00a0KB", "{0}\u00a0كيلوبايت");
    public static readonly Word Delimiter = new("séparateur {0}", "delimiter {0}", "الفاصل {0}");
    public static readonly Word Header = new("en-têtes en ligne 1", "headers on line 1", "العناوين في السطر 1");
    public static readonly Word NoHeader = new("sans en-têtes", "without headers", "دون عناوين");
    public static readonly Word Preview = new("Aperçu après correspondance", "Preview as mapped", "معاينة بعد المطابقة");
    public static readonly Word Row = new("Ligne", "Row", "السطر");
    public static readonly Word Person = new("Personne", "Person", "الشخص");
    public static readonly Word Number = new("Téléphone", "Telephone", "الهاتف");
    public static readonly Word Check = new("Contrôle", "Check", "التحقق");
    public static readonly Word Ready = new("prête", "ready", "جاهز");
    public static readonly Word NoGround = new("sans base légale dans le fichier", "no legal ground in the file", "دون أساس قانوني في الملف");
    public static readonly Word DryRun = new("Essai à blanc", "Dry run", "تجربة دون كتابة");
    public static readonly Word DryRunStart = new("Essayer à blanc", "Make a dry run", "إجراء تجربة");
    public static readonly Word NothingWritten = new("Rien n’est encore écrit", "Nothing is written yet", "لم يُكتب شيء بعد");
    public static readonly Counted ReadRows = new(("{0} ligne lue", "{0} lignes lues"), ("{0} row read", "{0} rows read"), ("لم يُقرأ أي سطر", "قُرئ سطر واحد", "قُرئ سطران", "قُرئت {0} أسطر", "قُرئ {0} سطرا", "قُرئ {0} سطر"));
    public static readonly Word ToImport = new("À importer", "To import", "للاستيراد");
    public static readonly Word Accepted = new("Importés", "Imported", "المستوردون");
    public static readonly Word Refused = new("Refusées", "Refused", "المرفوضة");
    public static readonly Word Duplicates = new("Doublons", "Duplicates", "المكررة");
    public static readonly Word Opposed = new("Oppositions", "Objections", "المتعرضون");
    public static readonly Counted Import = new(("Importer {0} fiche", "Importer {0} fiches"), ("Import {0} record", "Import {0} records"), ("لا شيء للاستيراد", "استيراد بطاقة واحدة", "استيراد بطاقتين", "استيراد {0} بطاقات", "استيراد {0} بطاقة", "استيراد {0} بطاقة"));
    public static readonly Word Reversible = new("Réversible tant que personne n’a été appelé.", "Can be taken back as long as nobody was called.", "يمكن التراجع عنه ما لم يُتصل بأحد.");
    public static readonly Word ErrorFile = new("Fichier d’erreurs", "Error file", "ملف الأخطاء");
    public static readonly Word Revert = new("Retirer", "Take back", "سحب");
    public static readonly Word Reverting = new("retrait en cours…", "being taken back…", "جارٍ السحب…");
    public static readonly Word Resume = new("Reprendre", "Resume", "استئناف");
    public static readonly Word Interrupted = new("interrompu : reprenez, ou déposez le même fichier", "interrupted: resume, or drop the same file", "متوقف: استأنف أو أودع الملف نفسه");
    public static readonly Word Stopping = new("s’arrête…", "stopping…", "جارٍ التوقف…");
    public static readonly Word Waiting = new("attend son tour", "waits for its turn", "في انتظار دوره");
    public static readonly Word Reverted = new("retiré : {0} fiches parties, {1} déjà appelées gardées", "taken back: {0} records gone, {1} already called kept", "سُحب: {0} بطاقة أزيلت، {1} سبق الاتصال بها أُبقيت");
    public static readonly Word RevertedGrounds = new("{0} preuves remises comme avant", "{0} grounds as they were before", "{0} أساس أعيد كما كان");
    public static readonly Word CompletedGrounds = new("{0} preuves restent complétées : un fichier plus récent en dit davantage", "{0} grounds stay completed: a later file tells more of them", "{0} أساس يبقى مكمَّلاً: ملف أحدث أضاف إليه");
    public static readonly Word Already = new("ce fichier est déjà sur la liste", "this file is on the list already", "هذا الملف موجود في اللائحة");
    public static readonly Word ScoresOnly = new("Ne mettre à jour que les scores", "Update scores only", "تحديث التنقيط فقط");
    public static readonly Word ScoresOnlyHint = new("Personne n’est ajouté ; qui n’est pas sur la liste est refusé et nommé.", "Nobody is added; whoever is not on the list is refused and named.", "لا يُضاف أحد، ومن ليس في اللائحة يُرفض ويُذكر.");
    public static readonly Word Rescored = new("Scores mis à jour", "Scores updated", "تنقيط محدث");
    public static readonly Word RescoredSums = new("{0} scores mis à jour, {1} refusés", "{0} scores updated, {1} refused", "{0} تنقيط محدث، {1} مرفوض");
    public static readonly Counted Rescore = new(("Mettre à jour {0} score", "Mettre à jour {0} scores"), ("Update {0} score", "Update {0} scores"), ("لا شيء للتحديث", "تحديث تنقيط واحد", "تحديث تنقيطين", "تحديث {0} تنقيطات", "تحديث {0} تنقيطا", "تحديث {0} تنقيط"));
    public static readonly Word Sums = new("{0} importés, {1} refusés, {2} doublons, {3} oppositions", "{0} imported, {1} refused, {2} duplicates, {3} objections", "{0} مستورد، {1} مرفوض، {2} مكرر، {3} متعرض");
    public static readonly Word TimeLeft = new("reste {0}", "{0} left", "بقي {0}");
    public static readonly Word Done = new("L’import est fini.", "The import is over.", "انتهى الاستيراد.");
    public static readonly Word Full = new("Trop de fichiers attendent. Réessayez dans un moment.", "Too many files wait. Try again in a while.", "ملفات كثيرة في الانتظار. أعد المحاولة بعد قليل.");

    public static readonly Word FlawPhone = new("Aucune colonne n’est un numéro de téléphone. Dites laquelle ci-dessous.", "No column is a telephone number. Say which one below.", "لا عمود يحتوي على رقم هاتف. حدده أدناه.");
    public static readonly Word FlawEmpty = new("Le fichier est vide. Exportez la liste à nouveau.", "The file is empty. Export the list again.", "الملف فارغ. صدّر اللائحة من جديد.");
    public static readonly Word FlawOld = new("C’est un classeur d’avant 2007, ou protégé par mot de passe. Enregistrez-le en .xlsx ou en .csv.", "This is a workbook of before 2007, or one with a password. Save it as .xlsx or .csv.", "هذا مصنف قديم أو محمي بكلمة سر. احفظه بصيغة ‎.xlsx‎ أو ‎.csv‎.");
    public static readonly Word FlawDamaged = new("Le classeur est illisible. Ouvrez-le dans un tableur et enregistrez-le à nouveau.", "The workbook can’t be read. Open it in a spreadsheet and save it again.", "لا يمكن قراءة المصنف. افتحه في جدول بيانات واحفظه من جديد.");
    public static readonly Word FlawHeader = new("La première ligne est illisible : elle devrait nommer les colonnes.", "The first line can’t be read: it should name the columns.", "لا يمكن قراءة السطر الأول: ينبغي أن يسمي الأعمدة.");

    internal static string Of(Plateau.Storage.Importing.ImportFlaw flaw) => flaw.Code switch
    {
        "phone-column-missing" => FlawPhone,
        "file-empty" => FlawEmpty,
        "workbook-old" => FlawOld,
        "workbook-damaged" => FlawDamaged,
        "header-unreadable" => FlawHeader,
        _ => $"{flaw.Message} {flaw.Remedy}",
    };
}
