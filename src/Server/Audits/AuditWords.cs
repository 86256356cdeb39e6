using Plateau.Server.Web.Words;

namespace Plateau.Server.Audits;

/// <summary>The words of the audit log.</summary>
public static class AuditWords
{
    public static readonly Word Title = new("Journal d’audit", "Audit log", "سجل التدقيق");
    public static readonly Word Number = new("N°", "No.", "رقم");
    public static readonly Word When = new("Quand", "When", "متى");
    public static readonly Word Who = new("Qui", "Who", "من");
    public static readonly Word Act = new("Opération", "Operation", "العملية");
    public static readonly Word Subject = new("Sur quoi", "On what", "على ماذا");
    public static readonly Word Outcome = new("Issue", "Outcome", "النتيجة");
    public static readonly Word Detail = new("Détail", "Detail", "تفصيل");
    public static readonly Word Done = new("fait", "done", "تم");
    public static readonly Word Refused = new("refusé", "refused", "مرفوض");
    public static readonly Word Failed = new("échoué", "failed", "فشل");
    public static readonly Word All = new("Tout", "All", "الكل");
    public static readonly Word OnlyRefused = new("Refus", "Refusals", "حالات الرفض");
    public static readonly Word Verify = new("Vérifier la chaîne", "Verify the chain", "التحقق من السلسلة");
    public static readonly Word Holds = new("La chaîne tient : {0} inscriptions, dernière empreinte {1}.", "The chain holds: {0} entries, last hash {1}.", "السلسلة سليمة: {0} قيد، آخر بصمة {1}.");
    public static readonly Word Breaks = new("La chaîne est rompue à l’inscription {0}. Gardez cette base telle quelle et comparez-la à une sauvegarde.", "The chain breaks at entry {0}. Keep this database as it is and compare it with a backup.", "السلسلة مقطوعة عند القيد {0}. احتفظ بقاعدة البيانات كما هي وقارنها بنسخة احتياطية.");
    public static readonly Word Export = new("Exporter", "Export", "تصدير");
    public static readonly Word Older = new("Plus anciennes", "Older", "الأقدم");
    public static readonly Word Newest = new("Les plus récentes", "Newest", "الأحدث");
    public static readonly Word Program = new("Plateau", "Plateau", "Plateau (النظام)");
    public static readonly Word Nobody = new("personne de connu", "nobody known", "غير معروف");
    public static readonly Word ApiKey = new("clé {0}", "key {0}", "مفتاح {0}");
    public static readonly Word Empty = new("Rien d’inscrit", "Nothing written", "لا قيود");
    public static readonly Word EmptyWhy = new("Chaque changement et chaque refus s’inscrit ici.", "Every change and every refusal is written here.", "كل تغيير وكل رفض يُسجَّل هنا.");
}
