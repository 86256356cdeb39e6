using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.People;

namespace Plateau.Core.Compliance;

/// <summary>What the law rests on here and will not last, or is set aside.</summary>
public enum WatchedKind { Mandate, Paper, MissingPapers, Certification, Feast, SwitchedOff }

/// <summary>One thing that whoever answers for the law keeps an eye on.</summary>
/// <param name="Client">Whose; null where it is the centre's.</param>
/// <param name="What">The number, the competence, the rule, the feast, or the kinds of paper with commas between them.</param>
/// <param name="Detail">The mandate's or paper's reference, who is certified, the reason of a switched off rule.</param>
/// <param name="Until">The last day on which it holds, or the day on which the feast is expected; null for what is missing or set aside.</param>
/// <param name="Person">Whose certification it is, by the id under which people are kept.</param>
public sealed record Watched(WatchedKind Kind, Client? Client, string What, string Detail, LocalDate? Until, string? Person = null)
{
    /// <summary>How many days ahead an end is told: time for a letter and its answer.</summary>
    public const int ToldAhead = 30;

    /// <summary>All there is to watch on that day: what ended first, then what ends next, then what is missing or set aside.</summary>
    /// <param name="certified">Everybody who works here, with what they were certified for.</param>
    public static IReadOnlyList<Watched> On(LocalDate day, IReadOnlyList<Client> clients, IEnumerable<(string Id, string Name, IReadOnlyDictionary<string, Certification> Held)> certified)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(certified);
        var found = new List<Watched>();
        bool Ends(LocalDate? until) => until is { } last && last < day.PlusDays(ToldAhead);
        foreach (var client in clients)
        {
            // A number or paper that another of its kind has taken over no longer matters.
            foreach (var number in client.CallerIds.Where(each => Ends(each.Until) && !client.CallerIds.Any(other => other.Number == each.Number && other.From > each.From)))
                found.Add(new(WatchedKind.Mandate, client, number.Number, number.Mandate, number.Until));
            var missing = new List<PaperKind>();
            foreach (var kind in client.SeenFromMorocco ? Enum.GetValues<PaperKind>() : [PaperKind.ProcessorContract])
                if (client.Papers.Where(paper => paper.Kind == kind).OrderByDescending(paper => paper.Until ?? LocalDate.MaxIsoValue).FirstOrDefault() is not { } paper) missing.Add(kind);
                else if (Ends(paper.Until)) found.Add(new(WatchedKind.Paper, client, kind.ToString(), paper.Reference, paper.Until));
            if (missing.Count > 0) found.Add(new(WatchedKind.MissingPapers, client, string.Join(',', missing), "", null));
            foreach (var rule in client.SwitchedOff) found.Add(new(WatchedKind.SwitchedOff, client, rule.Rule, rule.Reason, null));
        }
        foreach (var (id, name, held) in certified)
            foreach (var (competence, certification) in held.Where(each => Ends(each.Value.Until)))
                found.Add(new(WatchedKind.Certification, null, competence, name, certification.Until, id));
        // Until a year was announced, nobody in Morocco is called on the days around which its feasts are expected.
        foreach (var year in new HashSet<int> { day.Year, day.PlusDays(ToldAhead).Year }.Where(year => clients.Any(client => client.LunarDays.All(each => each.Year != year))))
            foreach (var feast in MoroccanHolidays.Feasts)
                foreach (var begins in MoroccanHolidays.Expected(feast, year).Where(begins => day <= begins && Ends(begins)))
                    found.Add(new(WatchedKind.Feast, null, feast.Name, "", begins));
        return [.. found.OrderBy(each => each.Kind == WatchedKind.SwitchedOff).ThenBy(each => each.Until is null).ThenBy(each => each.Until).ThenBy(each => each.Kind).ThenBy(each => each.Client?.Name, StringComparer.Ordinal).ThenBy(each => each.What, StringComparer.Ordinal)];
    }

    /// <summary>Whether it no longer holds, or was never there: calls that rest on it are refused today.</summary>
    public bool IsLost(LocalDate day) => Kind == WatchedKind.MissingPapers || Until < day;
}
