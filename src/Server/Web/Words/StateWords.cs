namespace Plateau.Server.Web.Words;

/// <summary>What an agent is doing, in the short words of a chip.</summary>
public static class StateWords
{
    public static readonly Word Ready = new("Prêt", "Ready", "جاهز");
    public static readonly Word Offered = new("Proposé", "Offered", "معروضة");
    public static readonly Word Engaged = new("En appel", "On call", "في مكالمة");
    public static readonly Word Hold = new("En garde", "On hold", "انتظار");
    public static readonly Word WrapUp = new("Post-appel", "Wrap-up", "بعد المكالمة");
    public static readonly Word Away = new("Pause", "Break", "استراحة");
    public static readonly Word OffPhone = new("Hors appels", "Off phone", "خارج المكالمات");
    public static readonly Word Lost = new("Perdu", "Lost", "منقطع");
    public static readonly Word LoggedOut = new("Déconnecté", "Signed out", "غير متصل");
}
