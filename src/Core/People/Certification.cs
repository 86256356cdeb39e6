using NodaTime;

namespace Plateau.Core.People;

/// <summary>A competence proven: how well, from which day until which day, and by what.</summary>
/// <param name="Level">From 1 (begins) to 5 (teaches others).</param>
/// <param name="From">The first day on which it holds; null since always.</param>
/// <param name="Until">The last day on which it holds; null for as long as nothing else is said.</param>
/// <param name="Proof">Who assessed it, and how: "QCM 18/20, H. Alaoui".</param>
public sealed record Certification(int Level, LocalDate? From = null, LocalDate? Until = null, string? Proof = null)
{
    public const int LeastLevel = 1, MostLevel = 5;

    public bool HoldsOn(LocalDate day) => !(From > day) && !(Until < day);
}

/// <summary>What somebody is asked to be able to do and can't, on one day.</summary>
/// <param name="Level">The lowest level asked for.</param>
/// <param name="Held">A certification of a level that is high enough, but of other days; null when there is none.</param>
public sealed record Lack(string Competence, int Level, Certification? Held)
{
    /// <summary>What of the asked-for is lacking on that day; names of competences are the same in small and great letters.</summary>
    public static IReadOnlyList<Lack> Among(IReadOnlyDictionary<string, int> asked, IReadOnlyDictionary<string, Certification>? held, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var lacks = new List<Lack>();
        foreach (var (competence, level) in asked)
        {
            var one = held?.FirstOrDefault(each => string.Equals(each.Key, competence, StringComparison.OrdinalIgnoreCase)).Value;
            if (one is null || one.Level < level) lacks.Add(new(competence, level, null));
            else if (!one.HoldsOn(day)) lacks.Add(new(competence, level, one));
        }
        return lacks;
    }
}
