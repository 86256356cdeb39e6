using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;

namespace Plateau.Core.Prospecting;

/// <summary>When a prospect may next be called on a campaign, and what keeps them until then: answered by the same book that decides at the dial.</summary>
/// <param name="At">The first moment that nothing speaks against; null when no date will ever be one.</param>
/// <param name="Rule">The rule that keeps them longest, or the campaign's own limit; null when none does, or the client is closed.</param>
/// <param name="Reason">Why, as a code of the lexicon; null when they may be called at once, or only rest.</param>
public sealed record NextCall(Instant? At, string? Rule, string? Reason)
{
    /// <summary>The campaign's own limit of attempts, which no date lifts.</summary>
    public const string AttemptLimit = "CAMPAIGN-ATTEMPT-LIMIT";

    /// <summary>A rest that ends on a holiday, then an hour at which nobody is called, then a count that is full: few steps lead to a moment that all rules let pass.</summary>
    private const int MostSteps = 12;

    /// <summary>Asks the book at the moment from which the prospect may be brought, and again at each moment that it names, until it has nothing against one.</summary>
    /// <param name="from">When the prospect may be brought: now, or when a rest or a promise ends.</param>
    public static NextCall Of(RuleBook book, CampaignSettings campaign, Client? client, Dossier dossier, Instant from)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(dossier);
        if (dossier.Tried >= campaign.AttemptLimit) return new NextCall(null, AttemptLimit, "attempt-limit");
        (string? Rule, string? Reason) held = default;
        for (var (at, step) = (from, 0); step < MostSteps; step++)
        {
            while (client?.IsClosedOn(ParisDay.Of(at)) == true)
                (held, at) = ((null, "client-closed"), Zones.Paris.AtStartOfDay(ParisDay.Of(at).PlusDays(1)).ToInstant());
            if (book.Ask(campaign.QuestionOf(dossier, client, at)).Refusal is not { } refusal) return new NextCall(at, held.Rule, held.Reason);
            held = (refusal.Rule, refusal.Reason);
            if (refusal.NotBefore is not { } later || later <= at) return new NextCall(null, refusal.Rule, refusal.Reason);
            at = later;
        }
        return new NextCall(null, held.Rule, held.Reason);
    }
}
