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
        // The fourth latest attempt must leave the window first.
        var zone = Zones.Of(question.Dossier)![0];
        var fourth = question.Dossier.Attempts.OrderByDescending(at => at).ElementAt(Most - 1).InZone(zone).Date;
        return Finding.Refuse("four-in-thirty-days", zone.AtStartOfDay(fourth.PlusDays(Days)).ToInstant());
    }

    /// <summary>Attempts on the person's last 30 local dates, today included; the zone that counts most of them decides.</summary>
    public static int Counted(Question question)
    {
        if (Zones.Of(question.Dossier) is not { } zones) return question.Dossier.Attempts.Count;
        var most = 0;
        foreach (var zone in zones)
        {
            var first = question.At.InZone(zone).Date.PlusDays(1 - Days);
            var count = 0;
            foreach (var at in question.Dossier.Attempts)
                if (at <= question.At && at.InZone(zone).Date >= first) count++;
            most = Math.Max(most, count);
        }
        return most;
    }
}
