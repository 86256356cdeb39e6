using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>The words in which it is told when people answer.</summary>
public static class HabitWords
{
    public static readonly Word Title = new("Quand on répond", "When people answer", "متى يجيب الناس");
    public static readonly Word Why = new("Part des appels auxquels une personne a répondu ces 90 derniers jours, à l’heure de la personne. Peu d’appels sont rapprochés de la moyenne. Après un repos, on rappelle de préférence au moment où l’on répond, jamais hors des heures autorisées.", "Share of calls that a person answered in the last 90 days, by the person’s own clock. Few calls are drawn towards the mean. After a rest people are rather called again when they answer, never outside the lawful hours.", "نسبة المكالمات التي أجاب عنها شخص خلال التسعين يوما الأخيرة، بتوقيت الشخص. إذا قلت المكالمات قُرّبت من المتوسط. وبعد الانتظار يُعاد الاتصال من الأفضل في الساعة التي يكثر فيها الرد، ولا يكون ذلك أبدا خارج الساعات المسموح بها.");
    public static readonly Word Empty = new("Pas encore assez d’appels", "Not enough calls yet", "لا توجد مكالمات كافية بعد");
    public static readonly Word EmptyWhy = new("À partir de {0} appels, on voit ici à quels moments on répond.", "From {0} calls on, you see here at which times people answer.", "انطلاقا من {0} مكالمة، ترى هنا في أي وقت يجيب الناس.");
    public static readonly Word Day = new("Jour", "Day", "اليوم");
    public static readonly Word Usually = new("Répond d’habitude {0} : {1} de {2} appels à des personnes de cette liste", "Usually answers {0}: {1} of {2} calls to people of this list", "يجيب عادة {0}: {1} من {2} مكالمة إلى أشخاص هذه اللائحة");
    public static readonly Word Hours = new("Heure de réponse", "Hour of answering", "ساعة الرد");

    private static readonly Dictionary<DayPart, Word> Parts = new()
    {
        [DayPart.Morning] = new("le matin", "in the morning", "صباحا"),
        [DayPart.Midday] = new("de midi à 14 h", "from 12 to 14", "من 12 إلى 14"),
        [DayPart.Afternoon] = new("de 14 h à 17 h", "from 14 to 17", "من 14 إلى 17"),
        [DayPart.Evening] = new("de 17 h à 20 h", "from 17 to 20", "من 17 إلى 20"),
    };

    private static readonly Word[] Days =
    [
        new("lundi", "Monday", "الإثنين"), new("mardi", "Tuesday", "الثلاثاء"), new("mercredi", "Wednesday", "الأربعاء"), new("jeudi", "Thursday", "الخميس"), new("vendredi", "Friday", "الجمعة"), new("samedi", "Saturday", "السبت"), new("dimanche", "Sunday", "الأحد"),
    ];

    public static Word Of(DayPart part) => Parts[part];

    public static Word Of(IsoDayOfWeek day) => Days[(int)day - 1];
}
