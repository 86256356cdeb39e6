using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Nobody works more than ten hours a day or forty-four a week, or without a day of rest.</summary>
public sealed class MoroccanWorkTime : IRule
{
    private static readonly Duration LongestDay = Duration.FromHours(10);
    private static readonly Duration LongestWeek = Duration.FromHours(44);
    private static readonly Duration Rest = Duration.FromHours(24);

    public string Id => "MA-WORK-TIME";

    public RuleText Text { get; } = new(
        "44 hours a week and 10 a day at most, a weekly rest of 24 hours",
        "Loi 65-99 art. 184, 196-201, 205-210, 217-219", new(2004, 6, 8), null, Basis.Law) { Country = "*", Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.Roster is not null;

    public Finding Judge(Question question)
    {
        if (question.Matters.Roster!.Shifts is not { } shifts || shifts.Any(shift => shift.Until < shift.From)) return Finding.Refuse("roster-unknown");
        var casablanca = Compliance.Zones.Named("Africa/Casablanca")!;
        var days = shifts.GroupBy(shift => shift.From.InZone(casablanca).Date).ToDictionary(day => day.Key, day => Worked(day));
        if (days.Values.Any(day => day > LongestDay)) return Finding.Refuse("works-too-long");
        foreach (var week in shifts.GroupBy(shift => Monday(shift.From.InZone(casablanca).Date)))
        {
            if (Worked(week) > LongestWeek) return Finding.Refuse("works-too-long");
            if (!HasRest(week, casablanca.AtStartOfDay(week.Key).ToInstant(), casablanca.AtStartOfDay(week.Key.PlusWeeks(1)).ToInstant())) return Finding.Refuse("no-weekly-rest");
        }
        return Finding.Pass;
    }

    private static Duration Worked(IEnumerable<(Instant From, Instant Until)> shifts) =>
        shifts.Aggregate(Duration.Zero, (sum, shift) => sum + (shift.Until - shift.From));

    private static bool HasRest(IEnumerable<(Instant From, Instant Until)> week, Instant start, Instant end)
    {
        foreach (var (from, until) in week.OrderBy(shift => shift.From))
        {
            if (from - start >= Rest) return true;
            start = until;
        }
        return end - start >= Rest;
    }

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
