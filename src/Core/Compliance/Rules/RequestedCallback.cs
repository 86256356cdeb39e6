using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Who asked to be called is called within five working days, about what they asked.</summary>
public sealed class RequestedCallback : IRule
{
    /// <summary>Working days, Saturdays among them; the day of the request is not counted.</summary>
    private const int Most = 5;
    private static readonly LocalDate First = new(2026, 8, 11);

    public string Id => "FR-B2C-REQUESTED-CALLBACK";

    public RuleText Text { get; } = new(
        "An answer to the consumer's own request, within five working days and limited to the goods asked about",
        "Code de la consommation R223-4", First, null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects && Permits(question);

    public Finding Judge(Question question) => Finding.Pass;

    public static bool Permits(Question question) => Of(question) is not null;

    /// <summary>The request that carries this call; null when none does.</summary>
    public static CallbackRequest? Of(Question question)
    {
        foreach (var request in question.Dossier.Requests)
            if (Holds(request, question)) return request;
        return null;
    }

    private static bool Holds(CallbackRequest request, Question question)
    {
        if (string.IsNullOrWhiteSpace(request.Reference) || request.RequestedAt > question.At || !request.Products.Contains(question.Product)) return false;
        if (RuleBook.DayOf(question.At) < First) return false;
        foreach (var zone in question.Zones ?? [Compliance.Zones.Paris])
            if (WorkingDays(request.RequestedAt.InZone(zone).Date, question.Disturbed.InZone(zone).Date) > Most) return false;
        return true;
    }

    private static int WorkingDays(LocalDate requested, LocalDate today)
    {
        var count = 0;
        for (var day = requested.PlusDays(1); day <= today && count <= Most; day = day.PlusDays(1))
            if (day.DayOfWeek != IsoDayOfWeek.Sunday && !FrenchHolidays.Falls(day)) count++;
        return count;
    }
}
