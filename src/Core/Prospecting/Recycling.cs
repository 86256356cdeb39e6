using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>After an outcome, call again this much later, at most so many times in all.</summary>
/// <param name="After">How long the prospect rests at least.</param>
/// <param name="AttemptLimit">Attempts on this prospect after which this outcome closes it.</param>
public sealed record RecyclingRule(Duration After, int AttemptLimit)
{
    /// <summary>The reason of a verdict that only lets time pass.</summary>
    public const string Recycled = "recycled";

    /// <summary>Why somebody is called again to whom that was promised.</summary>
    public const string Promised = "callback";

    /// <summary>Whether the next attempt is to fall into another part of the person's day than the last one.</summary>
    public bool OtherDayPart { get; init; }

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
    /// <param name="others">Other numbers of the person that are in service.</param>
    public static Verdict ToOutcome(Outcome outcome, CampaignSettings campaign, int tried, Instant at, int others = 0)
    {
        if (outcome is Outcome.Unallocated or Outcome.Undialable) return ToDeadNumber("number-invalid", campaign, tried, at, others);
        if (!campaign.Recycling.TryGetValue(outcome, out var rule)) return Verdict.Close("no-recycling");
        if (tried >= campaign.AttemptLimit) return Verdict.Close("attempt-limit");
        if (tried >= rule.AttemptLimit) return Verdict.Close("outcome-limit");
        var rest = outcome == Outcome.Abandoned ? Duration.Max(rule.After, RestAfterAbandonment) : rule.After;
        return Verdict.Again(at + rest, Recycled);
    }

    /// <summary>A dead number costs no rest: the next one may be called at once, as an attempt of its own that the law is asked about.</summary>
    private static Verdict ToDeadNumber(string reason, CampaignSettings campaign, int tried, Instant at, int others) =>
        others == 0 ? Verdict.Close(reason) : tried >= campaign.AttemptLimit ? Verdict.Close("attempt-limit") : Verdict.Again(at, "other-number");

    /// <summary>What follows for the prospect from the agent's disposition.</summary>
    public static Verdict ToDisposition(Disposition disposition, CampaignSettings campaign, int tried, Instant at, Instant? callbackDue, int others = 0) =>
        disposition.Effect switch
        {
            DispositionEffect.Success or DispositionEffect.Appointment => Verdict.Close("success"),
            DispositionEffect.Refusal => Verdict.Close("refused"),
            DispositionEffect.Opposition => Verdict.Close("opposed"),
            DispositionEffect.WrongNumber => ToDeadNumber("wrong-number", campaign, tried, at, others),
            DispositionEffect.Callback when callbackDue is { } due => Verdict.Again(due, Promised),
            _ => ToOutcome(Outcome.Reached, campaign, tried, at),
        };
}
