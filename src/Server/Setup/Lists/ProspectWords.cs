using Plateau.Server.Web.Words;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Lists;

/// <summary>The words for where a prospect stands on its list.</summary>
public static class ProspectWords
{
    public static readonly Word Fresh = new("Jamais appelés", "Never called", "لم يُتصل بهم");
    public static readonly Word Waiting = new("En attente", "Waiting", "في الانتظار");
    public static readonly Word Promised = new("Rappel convenu", "Callback agreed", "معاودة متفق عليها");
    public static readonly Word Taken = new("En appel", "On call", "في مكالمة");
    public static readonly Word Barred = new("Refusés par une règle", "Refused by a rule", "مرفوضون بقاعدة");
    public static readonly Word Done = new("Clos", "Closed", "مغلقون");

    public static readonly Word ImportReverted = new("import retiré", "import taken back", "سُحب الاستيراد");

    /// <summary>Why they stand there, in words; nothing for a plain beginning.</summary>
    internal static string Why(string? reason) => reason switch { null => "", "import-reverted" => ImportReverted, _ => Lexicon.Say(reason) };

    /// <summary>In the order of a prospect's life.</summary>
    internal static IReadOnlyList<ProspectState> States { get; } = [ProspectState.Fresh, ProspectState.Waiting, ProspectState.Promised, ProspectState.Taken, ProspectState.Barred, ProspectState.Done];

    internal static Word Of(ProspectState state) => state switch
    {
        ProspectState.Fresh => Fresh,
        ProspectState.Waiting => Waiting,
        ProspectState.Promised => Promised,
        ProspectState.Taken => Taken,
        ProspectState.Barred => Barred,
        _ => Done,
    };
}
