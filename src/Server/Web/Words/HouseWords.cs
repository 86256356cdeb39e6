namespace Plateau.Server.Web.Words;

/// <summary>The words that every page needs: the bar of the house, the palette, the keys, the line to the server.</summary>
public static class HouseWords
{
    public static readonly Word Home = new("Accueil", "Home", "الرئيسية");
    public static readonly Word SkipToContent = new("Aller au contenu", "Skip to content", "الانتقال إلى المحتوى");
    public static readonly Word Pages = new("Pages", "Pages", "الصفحات");
    public static readonly Word SearchOrAct = new("Chercher ou agir", "Search or act", "ابحث أو نفّذ");
    public static readonly Word Close = new("Fermer", "Close", "إغلاق");
    public static readonly Word Settings = new("Affichage et session", "Display and session", "العرض والجلسة");
    public static readonly Word Language = new("Langue", "Language", "اللغة");
    public static readonly Word Theme = new("Thème", "Theme", "المظهر");
    public static readonly Word Light = new("Clair", "Light", "فاتح");
    public static readonly Word Dark = new("Sombre", "Dark", "داكن");
    public static readonly Word AsMachine = new("Système", "System", "حسب الجهاز");
    public static readonly Word Density = new("Densité", "Density", "الكثافة");
    public static readonly Word Compact = new("Compacte", "Compact", "مكثف");
    public static readonly Word Comfortable = new("Aérée", "Comfortable", "مريح");
    public static readonly Word Keys = new("Touches", "Keys", "المفاتيح");
    public static readonly Word KeysEverywhere = new("Partout", "Everywhere", "في كل مكان");
    public static readonly Word KeysHere = new("Sur cette page", "On this page", "في هذه الصفحة");
    public static readonly Word KeyPalette = new("Chercher une page, une campagne, un client final, une action", "Find a page, a campaign, a customer, an action", "البحث عن صفحة أو حملة أو زبون أو إجراء");
    public static readonly Word KeySheet = new("Montrer les touches", "Show the keys", "إظهار المفاتيح");
    public static readonly Word KeyEscape = new("Fermer ce qui est ouvert, sortir d’une saisie", "Close what is open, leave a field", "إغلاق المفتوح والخروج من الحقل");
    public static readonly Word Choose = new("choisir", "choose", "اختيار");
    public static readonly Word Open = new("ouvrir", "open", "فتح");
    public static readonly Word NothingFound = new("Rien de ce nom.", "Nothing of that name.", "لا شيء بهذا الاسم.");
    public static readonly Word Page = new("page", "page", "صفحة");
    public static readonly Word Campaign = new("campagne", "campaign", "حملة");
    public static readonly Word Customer = new("client final", "customer", "زبون");
    public static readonly Word Action = new("action", "action", "إجراء");
    public static readonly Word LineLost = new("La connexion au serveur est coupée. Nouvel essai en cours, un appel en cours continue.", "The connection to the server is cut. Trying again; a call in progress goes on.", "انقطع الاتصال بالخادم. جارٍ إعادة المحاولة، والمكالمة الجارية مستمرة.");
    public static readonly Word Reload = new("Recharger", "Reload", "إعادة التحميل");
    public static readonly Word NotFound = new("Cette page n’existe pas", "There is no such page", "هذه الصفحة غير موجودة");
    public static readonly Word NotFoundWhy = new("L’adresse est fausse, ou la page a été retirée.", "The address is wrong, or the page was removed.", "العنوان غير صحيح أو أزيلت الصفحة.");
    public static readonly Word WentWrong = new("Cette page s’est arrêtée par une erreur de notre part", "This page stopped by a mistake of ours", "توقفت هذه الصفحة بسبب خطأ من جانبنا");
    public static readonly Word WentWrongWhy = new("Le journal du serveur la garde. Rechargez la page pour continuer.", "The server’s log has it. Reload the page to go on.", "سُجّل الخطأ في الخادم. أعد تحميل الصفحة للمتابعة.");
    public static readonly Word BackHome = new("Revenir à l’accueil", "Back to the home page", "العودة إلى الرئيسية");
    public static readonly Word EqualsReplay = new("Égal au journal rejoué.", "Equal to the journal replayed.", "مطابق لإعادة تشغيل السجل.");
    public static readonly Word TooLong = new("Rien n’est collé : {0} caractères, et ce champ en prend {1} au plus.", "Nothing was pasted: {0} characters, and this field takes {1} at most.", "لم يُلصق شيء: {0} حرف، وهذا الحقل يقبل {1} على الأكثر.");
    public static readonly Word Cancel = new("Annuler", "Cancel", "إلغاء");
    public static readonly Word HomeEmpty = new("Aucune page pour ce rôle", "No page for this role", "لا توجد صفحة لهذا الدور");
    public static readonly Word HomeEmptyWhy = new("Un directeur peut vous donner un rôle dans Personnes.", "A director can give you a role under People.", "يمكن للمدير أن يمنحك دورا في صفحة الأشخاص.");
}
