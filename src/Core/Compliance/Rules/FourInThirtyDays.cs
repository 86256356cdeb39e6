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
        "Code de la consommation D223-9 al. 2", new(2023, 3, 1), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question)
    {
        if (!question.Dossier.AttemptsKnown) return Finding.Refuse("attempts-unknown");
        if (Counted(question) < Most) return Finding.Pass;
        return Finding.Refuse("four-in-thirty-days", question.Zones is { } zones ? ConsumerHours.NextOpening(question, Emptied(question, zones)) : null);
    }

    /// <summary>The fourth latest attempt must have left the thirty days on every calendar in which the person may live.</summary>
    private static Instant Emptied(Question question, DateTimeZone[] zones)
    {
        var fourth = question.Dossier.Attempts.Where(call => call.IsOf(question.Dossier.Client)).OrderByDescending(call => call.At).ElementAt(Most - 1).At;
        return zones.Max(zone => zone.AtStartOfDay(fourth.InZone(zone).Date.PlusDays(Days)).ToInstant());
    }

    /// <summary>Attempts on the person's last 30 local dates, today included; the zone that counts most of them decides.</summary>
    /// <remarks>All of today counts, also what another floor, whose clock is ahead, has done a moment later than now.</remarks>
    public static int Counted(Question question) => Compliance.Zones.MostIn(question.Zones ?? [Compliance.Zones.Paris], question, CountedIn);

    private static int CountedIn(Question question, DateTimeZone zone)
    {
        var today = question.Disturbed.InZone(zone).Date;
        var first = today.PlusDays(1 - Days);
        var count = 0;
        foreach (var call in question.Dossier.Attempts)
            if (call.IsOf(question.Dossier.Client) && call.At.InZone(zone).Date is var date && first <= date && date <= today) count++;
        return count;
    }
}
