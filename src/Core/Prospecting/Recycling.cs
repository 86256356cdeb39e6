using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>After an outcome, call again this much later, at most so many times in all.</summary>
/// <param name="After">How long the prospect rests at least.</param>
/// <param name="AttemptLimit">Attempts on this prospect after which this outcome closes it.</param>
public sealed record RecyclingRule(Duration After, int AttemptLimit)
{
    /// <summary>An abandoned person is not called by a machine again for three days.</summary>
    public static Duration RestAfterAbandonment { get; } = Duration.FromHours(72);

    /// <summary>Rests that a centre would begin with; a campaign may set its own.</summary>
    public static IReadOnlyDictionary<Outcome, RecyclingRule> Standard { get; } = new Dictionary<Outcome, RecyclingRule>
    {
        [Outcome.Busy] = new(Duration.FromMinutes(15), 6),
        [Outcome.NoAnswer] = new(Duration.FromHours(3), 5),
        [Outcome.Machine] = new(Duration.FromHours(4), 4),
        [Outcome.HungUpEarly] = new(Duration.FromHours(24), 3),
        [Outcome.Abandoned] = new(RestAfterAbandonment, 4),
        [Outcome.Declined] = new(Duration.FromHours(24), 3),
        [Outcome.Congested] = new(Duration.FromMinutes(5), 8),
        [Outcome.CarrierDead] = new(Duration.FromMinutes(5), 8),
        [Outcome.Cancelled] = new(Duration.FromMinutes(1), 8),
        [Outcome.Interrupted] = new(Duration.FromMinutes(5), 8),
        [Outcome.Reached] = new(Duration.FromHours(24), 8),
    };

    /// <summary>What follows for the prospect from an outcome that no disposition speaks about.</summary>
    /// <param name="tried">Attempts on this prospect, the present one included.</param>
    public static Verdict ToOutcome(Outcome outcome, CampaignSettings campaign, int tried, Instant at)
    {
        if (outcome is Outcome.Unallocated or Outcome.Undialable) return Verdict.Close("number-invalid");
        if (!campaign.Recycling.TryGetValue(outcome, out var rule)) return Verdict.Close("no-recycling");
        if (tried >= campaign.AttemptLimit) return Verdict.Close("attempt-limit");
        if (tried >= rule.AttemptLimit) return Verdict.Close("outcome-limit");
        var rest = outcome == Outcome.Abandoned ? Duration.Max(rule.After, RestAfterAbandonment) : rule.After;
        return Verdict.Again(at + rest, "recycled");
    }

    /// <summary>What follows for the prospect from the agent's disposition.</summary>
    public static Verdict ToDisposition(Disposition disposition, CampaignSettings campaign, int tried, Instant at, Instant? callbackDue) =>
        disposition.Effect switch
        {
            DispositionEffect.Success => Verdict.Close("success"),
            DispositionEffect.Refusal => Verdict.Close("refused"),
            DispositionEffect.Opposition => Verdict.Close("opposed"),
            DispositionEffect.WrongNumber => Verdict.Close("wrong-number"),
            DispositionEffect.Callback when callbackDue is { } due => Verdict.Again(due, "callback"),
            _ => ToOutcome(Outcome.Reached, campaign, tried, at),
        };
}
