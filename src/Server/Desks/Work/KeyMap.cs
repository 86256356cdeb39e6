namespace Plateau.Server.Desks.Work;

/// <summary>What an agent does at the desk by one letter.</summary>
public enum DeskAct { Ready, Mute, Hold, Keypad, HangUp, Notes, Wish, Find, Call, Skip, Appointment, Tongue, Answer1, Answer2, Answer3, Answer4, Answer5, Back }

/// <summary>Which letter does what at one person's desk: the house's choice, and their own where they made one.</summary>
/// <param name="Own">Only what the person chose differently.</param>
public sealed record KeyMap(IReadOnlyDictionary<DeskAct, char> Own)
{
    /// <summary>The letter by which a message is acknowledged, the same on every desk.</summary>
    public const char ReadsMessage = 'l';

    private static readonly Dictionary<DeskAct, char> House = new()
    {
        [DeskAct.Ready] = 'r', [DeskAct.Mute] = 'm', [DeskAct.Hold] = 'g', [DeskAct.Keypad] = 'k', [DeskAct.HangUp] = 'x',
        [DeskAct.Notes] = 'n', [DeskAct.Wish] = 'w', [DeskAct.Find] = 'f', [DeskAct.Call] = 'a', [DeskAct.Skip] = 's', [DeskAct.Appointment] = 'd', [DeskAct.Tongue] = 'v',
        [DeskAct.Answer1] = 'e', [DeskAct.Answer2] = 't', [DeskAct.Answer3] = 'y', [DeskAct.Answer4] = 'u', [DeskAct.Answer5] = 'i', [DeskAct.Back] = 'b',
    };

    public static KeyMap OfTheHouse { get; } = new(new Dictionary<DeskAct, char>());

    /// <summary>Every act with its letter, in the order in which people learn them.</summary>
    public IEnumerable<(DeskAct Act, char Key)> All => Enum.GetValues<DeskAct>().Select(act => (act, Of(act)));

    public char Of(DeskAct act) => Own.TryGetValue(act, out var own) ? own : House[act];

    /// <summary>The letters of the script's answers, in the order in which they stand; a sixth has none.</summary>
    public static IReadOnlyList<DeskAct> Answers { get; } = [DeskAct.Answer1, DeskAct.Answer2, DeskAct.Answer3, DeskAct.Answer4, DeskAct.Answer5];

    /// <summary>The letter as a page's data-key has it.</summary>
    public string this[DeskAct act] => Of(act).ToString();

    /// <summary>The letter as it is shown on a key.</summary>
    public string Cap(DeskAct act) => char.ToUpperInvariant(Of(act)).ToString();

    /// <summary>Gives an act another letter.</summary>
    /// <param name="takenBy">The act that has this letter already.</param>
    /// <returns>Null when it can't be: no letter from a to z, one that another act has, or one that means the same on every desk.</returns>
    public KeyMap? With(DeskAct act, char key, out DeskAct? takenBy)
    {
        key = char.ToLowerInvariant(key);
        takenBy = All.Where(each => each.Key == key && each.Act != act).Select(each => (DeskAct?)each.Act).FirstOrDefault();
        if (!char.IsAsciiLetterLower(key) || key == ReadsMessage || takenBy is not null) return null;
        var own = Own.Where(each => each.Key != act).ToDictionary();
        if (House[act] != key) own[act] = key;
        return new KeyMap(own);
    }
}
