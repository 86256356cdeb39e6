namespace Plateau.Core.Interactions;

/// <summary>What a disposition does to the prospect.</summary>
public enum DispositionEffect
{
    /// <summary>The aim of the campaign was met; the prospect is closed.</summary>
    Success,
    /// <summary>A time was agreed; the floor keeps it.</summary>
    Callback,
    /// <summary>Not this offer; closed on this campaign.</summary>
    Refusal,
    /// <summary>Never again from this client: the person's right, in force at once on all its campaigns.</summary>
    Opposition,
    /// <summary>Another person's number, or nobody's.</summary>
    WrongNumber,
    /// <summary>Somebody or something answered, but not the person asked for; recycled by the campaign's rule.</summary>
    NotReached,
    /// <summary>A machine answered; recycled as not reached, and a truth by which detection is measured.</summary>
    Machine,
    /// <summary>A time was booked with one of the client's consultants: the aim was met, and what comes of it is reported later.</summary>
    Appointment,
}

/// <summary>What effects have in common.</summary>
public static class DispositionEffects
{
    /// <summary>Whether the aim of the campaign was met.</summary>
    public static bool MeetsAim(this DispositionEffect effect) => effect is DispositionEffect.Success or DispositionEffect.Appointment;
}

/// <summary>A node of the campaign's tree of results: a leaf can be chosen, a branch only opens.</summary>
/// <param name="Code">Short, unique in the tree, never changed once used.</param>
/// <param name="Label">What agents read, by language code (fr, en, ar).</param>
/// <param name="Effect">Given on leaves only.</param>
public sealed record Disposition(
    string Code,
    IReadOnlyDictionary<string, string> Label,
    DispositionEffect? Effect = null,
    IReadOnlyList<Disposition>? Under = null)
{
    /// <summary>Every leaf below this node, itself included, in the order of the tree.</summary>
    public IEnumerable<Disposition> Leaves() =>
        Under is { Count: > 0 } under ? under.SelectMany(node => node.Leaves()) : [this];

    /// <summary>The first leaf below these nodes of which that holds; null when there is none.</summary>
    internal static Disposition? First<T>(IReadOnlyList<Disposition> nodes, T sought, Func<Disposition, T, bool> holds)
    {
        for (var at = 0; at < nodes.Count; at++)
        {
            var node = nodes[at];
            if (node.Under is { Count: > 0 } under ? First(under, sought, holds) is { } leaf : holds(leaf = node, sought)) return leaf;
        }
        return null;
    }
}

/// <summary>The tree that a campaign starts from; a client may have its own.</summary>
public static class StandardDispositions
{
    /// <summary>Codes of leaves: sale, callback, refusal, opposition, wrong-number, machine, silent, undisposed.</summary>
    public static IReadOnlyList<Disposition> Tree { get; } =
    [
        Leaf("sale", "Vente", "Sale", "بيع", DispositionEffect.Success),
        Leaf("callback", "À rappeler", "Call back", "معاودة الاتصال", DispositionEffect.Callback),
        Branch("no", "Refus", "Refusal", "رفض",
            Leaf("refusal", "Pas intéressé", "Not interested", "غير مهتم", DispositionEffect.Refusal),
            Leaf("opposition", "Ne plus appeler", "Do not call again", "عدم الاتصال مجددا", DispositionEffect.Opposition)),
        Branch("missed", "Non joint", "Not reached", "لم يتم الوصول",
            Leaf("wrong-number", "Faux numéro", "Wrong number", "رقم خاطئ", DispositionEffect.WrongNumber),
            Leaf("machine", "Répondeur", "Answering machine", "مجيب آلي", DispositionEffect.Machine),
            Leaf("silent", "Silence", "Silence", "صمت", DispositionEffect.NotReached),
            Leaf(Undisposed, "Sans qualification", "Not disposed", "دون تصنيف", DispositionEffect.NotReached)),
    ];

    /// <summary>The leaf that a campaign gets when it begins to make appointments.</summary>
    public static Disposition Appointment { get; } = Leaf("appointment", "Rendez-vous pris", "Appointment made", "حُدد موعد", DispositionEffect.Appointment);

    /// <summary>Given by the floor itself when wrap-up ran out or the agent's desk is gone, so that every handled call has one.</summary>
    public const string Undisposed = "undisposed";

    private static Disposition Leaf(string code, string fr, string en, string ar, DispositionEffect effect) =>
        new(code, Words(fr, en, ar), effect);

    private static Disposition Branch(string code, string fr, string en, string ar, params Disposition[] under) =>
        new(code, Words(fr, en, ar), null, under);

    private static Dictionary<string, string> Words(string fr, string en, string ar) =>
        new() { ["fr"] = fr, ["en"] = en, ["ar"] = ar };
}
