using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Centre;

/// <summary>The words of the centre's own settings.</summary>
internal static class CentreWords
{
    public static readonly Word Title = new("Le centre", "The centre", "المركز");
    public static readonly Word NameAndClock = new("Nom et horloge", "Name and clock", "الاسم والساعة");
    public static readonly Word Name = new("Nom du centre", "Name of the centre", "اسم المركز");
    public static readonly Word Zone = new("Fuseau horaire", "Time zone", "المنطقة الزمنية");
    public static readonly Word ZoneHint = new("Les journées, les heures des rapports et les exports suivent cette horloge. La loi, elle, regarde celle du client appelé.", "Days, hours of reports and exports follow this clock. The law looks at the clock of the person called.", "تتبع الأيام وساعات التقارير والتصديرات هذه الساعة. أما القانون فينظر إلى ساعة الشخص المطلوب.");
    public static readonly Word NowThere = new("Il y est {0}.", "It is {0} there.", "الساعة هناك {0}.");
    public static readonly Word AtNextStart = new("L’horloge change au prochain démarrage. Jusque-là, celle de {0} reste.", "The clock changes at the next start. Until then that of {0} stays.", "تتغير الساعة عند التشغيل القادم. وحتى ذلك تبقى ساعة {0}.");
    public static readonly Word ZoneUnknown = new("Ce fuseau n’existe pas : écrivez-le comme Africa/Casablanca ou Europe/Paris.", "There is no such time zone: write it like Africa/Casablanca or Europe/Paris.", "لا توجد هذه المنطقة: اكتبها مثل Africa/Casablanca أو Europe/Paris.");
    public static readonly Word ChangedMeanwhile = new("Quelqu’un d’autre l’a changé entre-temps : voici ce qui vaut maintenant.", "Somebody else changed it meanwhile: this is what holds now.", "غيّره شخص آخر في هذه الأثناء: هذا هو الساري الآن.");
    public static readonly Word Saved = new("Enregistré.", "Saved.", "حُفظ.");
}
