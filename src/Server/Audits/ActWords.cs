using Plateau.Server.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Audits;

/// <summary>What the audit log's acts and the kinds of what they touched are called on the page; the log itself keeps its codes.</summary>
public static class ActWords
{
    /// <summary>Every act that a person, a key or the program can be written down for.</summary>
    public static IReadOnlyDictionary<string, Word> Acts { get; } = new Dictionary<string, Word>(StringComparer.Ordinal)
    {
        [Operation.HouseEnter] = new("Entrée dans les pages", "Entering the pages", "دخول الصفحات"),
        [Operation.OwnSecurity] = new("Sécurité de son compte", "Own account’s security", "أمان الحساب"),
        [Operation.DeskUse] = new("Usage du poste", "Use of the desk", "استعمال المكتب"),
        [Operation.FloorSee] = new("Vue du plateau", "Sight of the floor", "معاينة القاعة"),
        [Operation.FloorListen] = new("Écoute", "Listening", "استماع"),
        [Operation.FloorLead] = new("Conduite du plateau", "Leading the floor", "قيادة القاعة"),
        [Operation.ClientsSee] = new("Vue d’un donneur d’ordre", "Sight of a client", "معاينة جهة متعاقدة"),
        [Operation.ClientsChange] = new("Donneur d’ordre modifié", "Client changed", "تعديل جهة متعاقدة"),
        [Operation.CampaignsSee] = new("Vue d’une campagne", "Sight of a campaign", "معاينة حملة"),
        [Operation.CampaignsChange] = new("Campagne modifiée", "Campaign changed", "تعديل حملة"),
        [Operation.ListsImport] = new("Liste importée", "List imported", "استيراد لائحة"),
        [Operation.CustomersSee] = new("Fiche client consultée", "Customer looked up", "معاينة بطاقة زبون"),
        [Operation.CustomersChange] = new("Fiche client modifiée", "Customer changed", "تعديل بطاقة زبون"),
        [Operation.CustomersErase] = new("Personne effacée", "Person erased", "محو شخص"),
        [Operation.ReportsSee] = new("Rapport consulté", "Report looked at", "معاينة تقرير"),
        [Operation.ReportsExport] = new("Rapport exporté", "Report exported", "تصدير تقرير"),
        [Operation.AppointmentsSee] = new("Rendez-vous consultés", "Appointments looked at", "معاينة المواعيد"),
        [Operation.AppointmentsChange] = new("Rendez-vous modifié", "Appointment changed", "تعديل موعد"),
        [Operation.RecordingsPlay] = new("Enregistrement écouté", "Recording played", "استماع إلى تسجيل"),
        [Operation.PeopleSee] = new("Vue des personnes", "Sight of people", "معاينة الأشخاص"),
        [Operation.PeopleChange] = new("Personne modifiée", "Person changed", "تعديل شخص"),
        [Operation.PeopleCertify] = new("Habilitations enregistrées", "Certifications entered", "تسجيل التأهيلات"),
        [Operation.AuditSee] = new("Journal d’audit consulté", "Audit log looked at", "معاينة سجل التدقيق"),
        [Operation.CentreChange] = new("Centre modifié", "Centre changed", "تعديل المركز"),
        ["sign-in"] = new("Connexion", "Sign-in", "تسجيل الدخول"),
        ["sign-out"] = new("Déconnexion", "Sign-out", "تسجيل الخروج"),
        ["password"] = new("Mot de passe changé", "Password changed", "تغيير كلمة المرور"),
        ["join"] = new("Invitation acceptée", "Invitation accepted", "قبول الدعوة"),
        ["second-factor"] = new("Second facteur", "Second factor", "العامل الثاني"),
        ["retention.purge"] = new("Durées de conservation appliquées", "Retention applied", "تطبيق مدد الاحتفاظ"),
        ["SetClient"] = new("Donneur d’ordre modifié", "Client changed", "تعديل جهة متعاقدة"),
        ["SetProgramme"] = new("Opération modifiée", "Programme changed", "تعديل برنامج"),
        ["SetCampaign"] = new("Campagne modifiée", "Campaign changed", "تعديل حملة"),
        ["StartCampaign"] = new("Campagne démarrée", "Campaign started", "إطلاق حملة"),
        ["PauseCampaign"] = new("Campagne suspendue", "Campaign paused", "تعليق حملة"),
        ["StopCampaign"] = new("Campagne arrêtée", "Campaign stopped", "إيقاف حملة"),
        ["SetList"] = new("Liste modifiée", "List changed", "تعديل لائحة"),
        ["ImportList"] = new("Liste importée", "List imported", "استيراد لائحة"),
        ["RevertImport"] = new("Import retiré", "Import taken back", "سحب استيراد"),
        ["SetConsultant"] = new("Commercial modifié", "Consultant changed", "تعديل مستشار الجهة"),
        ["ReportAppointment"] = new("Rendez-vous qualifié", "Appointment reported", "تقرير موعد"),
        ["SetAgent"] = new("Conseiller modifié", "Agent changed", "تعديل مستشار"),
        ["RecordOpposition"] = new("Opposition enregistrée", "Objection recorded", "تسجيل تعرض"),
        ["WithdrawConsent"] = new("Consentement retiré", "Consent withdrawn", "سحب موافقة"),
        ["MakeKey"] = new("Clé créée", "Key made", "إنشاء مفتاح"),
        ["RevokeKey"] = new("Clé révoquée", "Key revoked", "إلغاء مفتاح"),
    };

    private static readonly Dictionary<string, Word> Kinds = new(StringComparer.Ordinal)
    {
        ["appointment"] = new("rendez-vous", "appointment", "موعد"),
        ["consultant"] = new("commercial", "consultant", "مستشار الجهة"),
        ["client"] = new("donneur d’ordre", "client", "جهة متعاقدة"),
        ["programme"] = new("opération", "programme", "برنامج"),
        ["campaign"] = new("campagne", "campaign", "حملة"),
        ["list"] = new("liste", "list", "لائحة"),
        ["import"] = new("import", "import", "استيراد"),
        ["user"] = new("personne", "person", "شخص"),
        ["agent"] = new("conseiller", "agent", "مستشار"),
        ["customer"] = new("client final", "customer", "زبون"),
        ["recording"] = new("enregistrement", "recording", "تسجيل"),
        ["attempt"] = new("appel", "call", "مكالمة"),
        ["export"] = new("export", "export", "تصدير"),
        ["schedule"] = new("export programmé", "scheduled export", "تصدير مجدول"),
        ["key"] = new("clé", "key", "مفتاح"),
        ["session"] = new("session", "session", "جلسة"),
        ["page"] = new("page", "page", "صفحة"),
    };

    /// <summary>An act in words; one that has none, as an old version's, keeps its code.</summary>
    public static string OfAct(string act) => Acts.TryGetValue(act, out var word) ? word : act;

    /// <summary>The kind of what was touched and its id, which stays as it is.</summary>
    public static (string Kind, string Id) OfSubject(string subject)
    {
        var (kind, id) = subject.Split(':', 2) is [var first, var rest] ? (first, rest) : (subject, "");
        return Kinds.TryGetValue(kind, out var word) ? (word, id) : ("", subject);
    }

    /// <summary>A detail as pairs, read from its JSON; what is no object stays in one piece.</summary>
    public static IEnumerable<(string Name, string Value)> OfDetail(string detail)
    {
        using var read = System.Text.Json.JsonDocument.Parse(detail);
        if (read.RootElement.ValueKind != System.Text.Json.JsonValueKind.Object) return [("", detail)];
        return [.. read.RootElement.EnumerateObject().Select(each => (each.Name, each.Value.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Array => string.Join(", ", each.Value.EnumerateArray()),
            _ => each.Value.ToString(),
        })).Where(each => each.Item2.Length > 0)];
    }
}
