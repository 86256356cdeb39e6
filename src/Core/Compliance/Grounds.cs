using NodaTime;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Core.Compliance;

/// <summary>On what one call rests.</summary>
/// <param name="Kind">As permits name it.</param>
/// <param name="Reference">The record behind it.</param>
/// <param name="Sha256">The hash of that record; null where none is kept.</param>
public sealed record Ground(string Kind, string Reference, string? Sha256 = null);

/// <summary>On what a call can rest: the person's consent, a running contract, their own request, their profession, or that nothing is offered.</summary>
/// <remarks>Each rule holds its own condition; here they are put together.</remarks>
public static class Grounds
{
    private static readonly LocalDate FirstConsentDay = new(2026, 8, 11);

    /// <summary>Whether this call has to rest on the person's own will: prospecting of a consumer, save for the press.</summary>
    public static bool AreNeeded(Question question) => question is { Prospects: true, ToConsumer: true } && question.Purpose != Purpose.Press;

    /// <summary>Whether a contract or the person's own request carries the call without consent.</summary>
    public static bool NeedNoConsent(Question question) => RunningContract.Permits(question) || RequestedCallback.Permits(question);

    /// <summary>The consent on which the call has to rest: the soundest, and of two equal ones the later. Null when it rests on something else.</summary>
    public static Consent? ConsentOf(Question question) => question.Consent is { Needed: true } weighed ? weighed.Soundest : null;

    public static bool Holds(Consent consent, Question question) => Flaws(consent, question) == 0;

    /// <summary>The ground that holds at the moment of the question, with its record; null when there is none.</summary>
    public static Ground? Of(Question question)
    {
        if (!question.Prospects) return new("service", "");
        var (consent, flaws, _) = question.Consent;
        var consented = consent is not null && flaws == 0;
        if (question.Dossier.Country == "MA") return consented ? new("consent", consent!.Reference, consent.Sha256) : new("objection", "loi 09-08");
        if (!question.ToConsumer) return new("professional", "legitimate-interest");
        if (consented) return new("consent", consent!.Reference, consent.Sha256);
        if (RunningContract.Of(question) is { } contract) return new("contract", contract.Reference, contract.Sha256);
        if (RequestedCallback.Of(question) is { } request) return new("request", request.Reference, request.Sha256);
        if (question.Purpose == Purpose.Press) return new("press", "L223-5");
        return RuleBook.DayOf(question.At) < FirstConsentDay && question.Dossier.Register?.CheckedAt is { } screened ? new("register", screened.ToString()) : null;
    }

    /// <summary>Looks for the soundest consent, and whether it is needed.</summary>
    internal static FoundOnce.Weighed Weigh(Question question)
    {
        Consent? best = null;
        var fewest = int.MaxValue;
        foreach (var consent in question.Dossier.Consents)
        {
            var flaws = Flaws(consent, question);
            if (flaws < fewest || (flaws == fewest && consent.CollectedAt > best!.CollectedAt)) (best, fewest) = (consent, flaws);
        }
        return new(best, fewest, AreNeeded(question) && !NeedNoConsent(question));
    }

    private static int Flaws(Consent consent, Question question) =>
        One(ConsentStatements.IsFlawed(consent)) + One(ConsentScope.IsFlawed(consent, question)) + One(ConsentPeriod.IsFlawed(consent, question.At))
        + One(ConsentProof.IsFlawed(consent, question.At)) + One(Withdrawal.IsFlawed(consent, question.At));

    private static int One(bool flawed) => flawed ? 1 : 0;
}
