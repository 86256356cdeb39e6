using Plateau.Server.Web.Words;

namespace Plateau.Server.Floors;

/// <summary>What a page says while the law can't be read: that nobody is dialled, why, and what to do.</summary>
public static class LawWords
{
    public static readonly Word Gone = new("Loi illisible", "Law unreadable", "القانون غير مقروء");
    private static readonly Word Sentence = new("Rien n’est appelé : {0}. {1} Les appels reprennent d’eux-mêmes.", "Nothing is dialled: {0}. {1} Dialling goes on by itself.", "لا اتصال: {0}. {1} يستأنف الاتصال تلقائيا.");
    private static readonly Word Update = new("Installez une version plus récente de Plateau, qui apporte les données.", "Install a newer Plateau, which brings the data.", "ثبّت إصدارا أحدث من Plateau يتضمن البيانات.");
    private static readonly Word Database = new("Vérifiez que la base de données répond et que ses tables sont entières, ou restaurez la sauvegarde.", "See that the database answers and its tables are whole, or restore the backup.", "تحقق من أن قاعدة البيانات تجيب وأن جداولها سليمة، أو استعد النسخة الاحتياطية.");

    public static string Why(string fault) => Sentence.With(Lexicon.Say(fault), fault == "law-tables" ? Database : Update);
}
