using System.Globalization;

namespace Plateau.Telephony.Practice;

/// <summary>How a callee of the practice line behaves. The dialplan, the guide and the tests all read this.</summary>
public abstract record PracticeCallee
{
    /// <summary>How long the phone rings before anything is heard, in seconds.</summary>
    public double Rings { get; init; }

    /// <summary>Picks up and says "Allo?"; stays until hung up on, or leaves by itself after <paramref name="Stays"/> seconds.</summary>
    public sealed record Person(double? Stays = null) : PracticeCallee;

    /// <summary>An answering machine: a long greeting, a beep, then it records in silence.</summary>
    public sealed record Machine : PracticeCallee;

    /// <summary>Rings for ever.</summary>
    public sealed record Absent : PracticeCallee;

    /// <summary>The network refuses with a SIP status.</summary>
    public sealed record Refused(int SipCode) : PracticeCallee;

    /// <summary>Picks up and says nothing.</summary>
    public sealed record Silent : PracticeCallee;

    /// <summary>Picks up and hangs up at once, in less than 50 ms.</summary>
    public sealed record Gone : PracticeCallee;
}

/// <summary>
/// The practice line's one table: the last two digits of a number decide who picks up. Half are people, as on a
/// fair list at a fair hour; rings are short so that three hundred calls by ten agents end within three minutes.
/// </summary>
public static class PracticeTable
{
    /// <summary>What the campaign of a practice should wait before it gives up ringing.</summary>
    public static readonly TimeSpan RingLimit = TimeSpan.FromSeconds(5);

    private static readonly (int First, int Last, string Meaning, Func<int, PracticeCallee> Callee)[] Rows =
    [
        (0, 39, "a person answers, says \"Allo?\" and waits", d => new PracticeCallee.Person { Rings = Ringing(d) }),
        (40, 44, "a person answers, speaks, and hangs up after 3 s", d => new PracticeCallee.Person(3) { Rings = Ringing(d) }),
        (45, 49, "a person answers, speaks, and hangs up after 6 s", d => new PracticeCallee.Person(6) { Rings = Ringing(d) }),
        (50, 64, "an answering machine: a long greeting, then a beep", d => new PracticeCallee.Machine { Rings = Ringing(d) }),
        (65, 79, "no answer: it rings for ever", _ => new PracticeCallee.Absent()),
        (80, 86, "busy", _ => new PracticeCallee.Refused(486) { Rings = 0.3 }),
        (87, 90, "the number is not allocated", _ => new PracticeCallee.Refused(404)),
        (91, 93, "the person declines", _ => new PracticeCallee.Refused(603) { Rings = 1.0 }),
        (94, 95, "the network is congested", _ => new PracticeCallee.Refused(503)),
        (96, 97, "answered, and nobody speaks", d => new PracticeCallee.Silent { Rings = Ringing(d) }),
        (98, 99, "answered, and hung up at once", _ => new PracticeCallee.Gone { Rings = 0.3 }),
    ];

    /// <summary>The callee behind a number, by its last two digits.</summary>
    public static PracticeCallee CalleeOf(string number) =>
        CalleeOf(int.Parse(number.AsSpan(number.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture));

    public static PracticeCallee CalleeOf(int ending) => RowOf(ending).Callee(ending);

    public static string MeaningOf(int ending) => RowOf(ending).Meaning;

    /// <summary>The table as it stands in docs/practice-line.md, one line a row; a test holds the page to it.</summary>
    public static IEnumerable<string> Lines()
    {
        yield return "| last two digits | of 100 | what happens | rings for | on the wire |";
        yield return "|---|---|---|---|---|";
        foreach (var row in Rows)
        {
            var callees = Enumerable.Range(row.First, row.Last - row.First + 1).Select(row.Callee).ToArray();
            var shortest = callees.Min(c => c.Rings);
            var longest = callees.Max(c => c.Rings);
            var rings = callees[0] is PracticeCallee.Absent ? "until given up"
                : longest == 0 ? "not at all"
                : string.Create(CultureInfo.InvariantCulture, $"{shortest:0.0}{(shortest == longest ? "" : $" to {longest.ToString("0.0", CultureInfo.InvariantCulture)}")} s");
            yield return $"| {row.First:00}-{row.Last:00} | {callees.Length} | {row.Meaning} | {rings} | {OnTheWire(callees[0])} |";
        }
    }

    private static (int First, int Last, string Meaning, Func<int, PracticeCallee> Callee) RowOf(int ending) =>
        Rows.Single(row => ending >= row.First && ending <= row.Last);

    private static double Ringing(int ending) => 0.3 + ending % 5 * 0.4;

    private static string OnTheWire(PracticeCallee callee) => callee switch
    {
        PracticeCallee.Absent => "180, then 487 after CANCEL",
        PracticeCallee.Refused { SipCode: var code, Rings: > 0 } => $"180, {code}",
        PracticeCallee.Refused { SipCode: var code } => $"{code}",
        PracticeCallee.Gone or PracticeCallee.Person { Stays: not null } => "180, 200, BYE from the callee",
        _ => "180, 200",
    };
}
