using NodaTime;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Appointments;

/// <summary>The words of booking in the calendar, and of a time told by several clocks.</summary>
public static class BookingWords
{
    public static readonly Word Title = new("Nouveau rendez-vous", "New appointment", "موعد جديد");
    public static readonly Word Begin = new("Prendre un rendez-vous", "Book an appointment", "تحديد موعد");
    public static readonly Word Choose = new("Choisissez un rendez-vous : il s’ouvre ici. Glissez-le pour le déplacer. Une heure libre se prend d’un clic, ou par la touche {0}.", "Choose an appointment: it opens here. Drag it to move it. A free time is booked by a click on it, or by the key {0}.", "اختر موعداً ليفتح هنا. اسحبه لنقله. ويُحجز الوقت الشاغر بنقرة أو بالمفتاح {0}.");
    public static readonly Word Whom = new("Avec qui : nom, numéro ou référence", "With whom: name, number or reference", "مع من: اسم أو رقم أو مرجع");
    public static readonly Word Nobody = new("Personne ne correspond chez ce donneur d’ordre.", "Nobody fits at this client.", "لا أحد يطابق لدى هذه الجهة.");
    public static readonly Word OnNoList = new("sur aucune liste", "on no list", "ليس في أي لائحة");
    public static readonly Word Other = new("Quelqu’un d’autre", "Somebody else", "شخص آخر");
    public static readonly Word Free = new("Heures libres", "Free times", "أوقات شاغرة");
    public static readonly Word Booked = new("Rendez-vous pris : {0}, {1}.", "Appointment made: {0}, {1}.", "حُدد الموعد: {0}، {1}.");
    public static readonly Word NotBooked = new("Pas pris : {0}.", "Not booked: {0}.", "لم يُحدد: {0}.");
    public static readonly Word NoCampaign = new("Aucune campagne de ce donneur d’ordre ne prend de rendez-vous : cochez-le dans l’étape « Rendez-vous » d’une campagne.", "No campaign of this client makes appointments: tick it in the step “Appointments” of a campaign.", "لا حملة لهذه الجهة تحدد مواعيد: فعّل ذلك في مرحلة «المواعيد» لإحدى الحملات.");
    private static readonly Word AtCentre = new("{0} au centre ({1})", "{0} at the centre ({1})", "{0} في المركز ({1})");
    private static readonly Word AtConsultant = new("{0} chez le commercial ({1})", "{0} for the consultant ({1})", "{0} عند المستشار ({1})");
    private static readonly Word AtCustomer = new("{0} chez le client final ({1})", "{0} for the customer ({1})", "{0} عند الزبون ({1})");

    internal static Word Of(ClockOf whose) => whose switch { ClockOf.Consultant => AtConsultant, ClockOf.Customer => AtCustomer, _ => AtCentre };

    private static readonly Dictionary<string, Word> Places = new(StringComparer.Ordinal)
    {
        ["Europe/Paris"] = new("Paris", "Paris", "باريس"), ["Africa/Casablanca"] = new("Casablanca", "Casablanca", "الدار البيضاء"), ["Europe/Brussels"] = new("Bruxelles", "Brussels", "بروكسيل"),
        ["Europe/Zurich"] = new("Zurich", "Zurich", "زوريخ"), ["Indian/Reunion"] = new("La Réunion", "Réunion", "ريونيون"), ["America/Guadeloupe"] = new("Guadeloupe", "Guadeloupe", "غوادلوب"),
        ["America/Martinique"] = new("Martinique", "Martinique", "مارتينيك"), ["America/Cayenne"] = new("Cayenne", "Cayenne", "كايين"), ["Indian/Mayotte"] = new("Mayotte", "Mayotte", "مايوت"),
        ["America/Miquelon"] = new("Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon", "سان بيير وميكلون"), ["America/St_Barthelemy"] = new("Saint-Barthélemy", "Saint Barthélemy", "سان بارتيليمي"),
        ["America/Marigot"] = new("Saint-Martin", "Saint Martin", "سان مارتان"), ["Pacific/Wallis"] = new("Wallis-et-Futuna", "Wallis and Futuna", "واليس وفوتونا"), ["Pacific/Noumea"] = new("Nouméa", "Nouméa", "نوميا"),
        ["Pacific/Tahiti"] = new("Tahiti", "Tahiti", "تاهيتي"), ["Pacific/Marquesas"] = new("Marquises", "Marquesas", "جزر الماركيز"), ["Pacific/Gambier"] = new("Gambier", "Gambier", "غامبييه"),
        ["Africa/Tunis"] = new("Tunis", "Tunis", "تونس"), ["Africa/Dakar"] = new("Dakar", "Dakar", "داكار"), ["Africa/Algiers"] = new("Alger", "Algiers", "الجزائر"), ["Europe/Lisbon"] = new("Lisbonne", "Lisbon", "لشبونة"),
    };

    /// <summary>A zone as people call it: by its town or island.</summary>
    internal static string PlaceOf(DateTimeZone zone) => Places.TryGetValue(zone.Id, out var word) ? word : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
