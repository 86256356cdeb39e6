using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A call needs a ground: the person's consent, a current contract, a callback that they asked for, or their profession.</summary>
public sealed class LegalGround : IRule
{
    /// <summary>A consent never lasts longer, whatever was said (R223-1).</summary>
    private static readonly Duration LongestConsent = Duration.FromDays(365);

    /// <summary>Working days, Saturdays among them, within which an asked-for call is made (R223-4).</summary>
    private const int CallbackWorkingDays = 5;

    public string Id => "FR-B2C-CONSENT";

    public RuleText Text { get; } = new(
        "No prospecting call without prior consent, a current contract, a requested callback or a professional ground",
        "Code de la consommation L223-1, R223-1 to R223-4 (loi 2025-594, décret 2026-662); RGPD art. 6(1)f for professionals",
        new LocalDate(2026, 8, 11), null, Basis.Law);

    public bool Concerns(Question question) => true;

    public Finding Judge(Question question) => Of(question) is null ? Finding.Refuse("no-legal-ground") : Finding.Pass;

    /// <summary>The strongest ground that holds at the moment of the question; null when there is none.</summary>
    public static (string Kind, string Reference)? Of(Question question)
    {
        var dossier = question.Dossier;
        if (dossier.Audience == Audience.Professional) return ("professional", "legitimate-interest");
        if (LatestConsent(question) is { } consent) return ("consent", consent.Reference);
        foreach (var contract in dossier.Contracts)
            if (Holds(contract, question)) return ("contract", contract.Reference);
        foreach (var request in dossier.Requests)
            if (Holds(request, question)) return ("request", request.Reference);
        return null;
    }

    /// <summary>The latest consent that holds: after an opposition it is the one that lifted it, and so the proof of the call.</summary>
    private static Consent? LatestConsent(Question question)
    {
        Consent? latest = null;
        foreach (var consent in question.Dossier.Consents)
            if (Holds(consent, question) && (latest is null || consent.CollectedAt > latest.CollectedAt)) latest = consent;
        return latest;
    }

    internal static bool Holds(Consent consent, Question question) =>
        !string.IsNullOrWhiteSpace(consent.Reference)
        && consent.Professional == question.Dossier.Client
        && consent.Products.Contains(question.Product)
        && consent.CollectedAt <= question.At
        && question.At <= consent.CollectedAt + LongestConsent
        && (consent.PeriodEnd is null || question.At <= consent.PeriodEnd)
        && (consent.WithdrawnAt is null || question.At < consent.WithdrawnAt);

    private static bool Holds(CurrentContract contract, Question question) =>
        !string.IsNullOrWhiteSpace(contract.Reference)
        && contract.Since <= question.At
        && (contract.Until is null || question.At < contract.Until)
        && contract.Products.Contains(question.Product);

    private static bool Holds(CallbackRequest request, Question question)
    {
        if (string.IsNullOrWhiteSpace(request.Reference) || request.RequestedAt > question.At || !request.Products.Contains(question.Product)) return false;
        foreach (var zone in Zones.Of(question.Dossier) ?? [Zones.Paris])
            if (question.At.InZone(zone).Date > LastDay(request.RequestedAt.InZone(zone).Date)) return false;
        return true;
    }

    /// <summary>The fifth working day after the day of the request, which itself is not counted.</summary>
    private static LocalDate LastDay(LocalDate day)
    {
        for (var counted = 0; counted < CallbackWorkingDays;)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek != IsoDayOfWeek.Sunday && !FrenchHolidays.Falls(day)) counted++;
        }
        return day;
    }
}
