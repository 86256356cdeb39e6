using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A client calls the same person at most four times in thirty days, answered or not, whichever centre or campaign calls.</summary>
public sealed class FourInThirtyDays : IRule
{
    private const int Most = 4;
    private const int Days = 30;

    public string Id => "FR-B2C-FREQ-4-30";

    public RuleText Text { get; } = new(
        "At most 4 solicitations or attempts per consumer and professional in 30 calendar days, today included",
        "Code de la consommation D223-9, second paragraph", new LocalDate(2023, 3, 1), null, Basis.Law);

    public bool Concerns(Question question) => question.Dossier.Audience != Audience.Professional && Zones.Of(question.Dossier) is not null;

    public Finding Judge(Question question)
    {
        if (Counted(question) < Most) return Finding.Pass;
        var zones = Zones.Of(question.Dossier)!;
        return Finding.Refuse("four-in-thirty-days", ConsumerHours.Windows.NextOpening(Emptied(question, zones), zones));
    }

    /// <summary>The fourth latest attempt must have left the thirty days on every calendar in which the person may live.</summary>
    private static Instant Emptied(Question question, IReadOnlyList<DateTimeZone> zones)
    {
        var fourth = question.Dossier.Attempts.OrderByDescending(at => at).ElementAt(Most - 1);
        return zones.Max(zone => zone.AtStartOfDay(fourth.InZone(zone).Date.PlusDays(Days)).ToInstant());
    }

    /// <summary>Attempts on the person's last 30 local dates, today included; the zone that counts most of them decides.</summary>
    /// <remarks>All of today counts, also what another floor, whose clock is ahead, has done a moment later than now.</remarks>
    public static int Counted(Question question)
    {
        if (Zones.Of(question.Dossier) is not { } zones) return question.Dossier.Attempts.Count;
        var most = 0;
        foreach (var zone in zones)
        {
            var today = question.At.InZone(zone).Date;
            var first = today.PlusDays(1 - Days);
            var count = 0;
            foreach (var at in question.Dossier.Attempts)
                if (at.InZone(zone).Date is var date && first <= date && date <= today) count++;
            most = Math.Max(most, count);
        }
        return most;
    }
}
