using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>When somebody is called again, and on which of their numbers: by the campaign's rules, by the law's hours, and by the hours in which such people answer.</summary>
public sealed partial class Floor
{
    /// <summary>When the clients' people answer, as it was last read; brought again after a restart, as the hopper is.</summary>
    private Dictionary<ClientId, AnswerHabits> habits = [];

    private ChosenNumber? NumberOf(Dossier dossier, int? wished) =>
        dossier.Numbers.Count == 0 ? null : NumberChoice.Of(dossier.Numbers, dossier.Audience, ClockOf(dossier), now, wished);

    private static DateTimeZone ClockOf(Dossier dossier) => Zones.Of(dossier) is { Length: > 0 } zones ? zones[0] : Zones.Paris;

    private void Hear(HabitsWereRead signal) => habits[signal.Client] = new AnswerHabits(signal.Counts);

    /// <summary>What follows from an outcome that no disposition speaks about.</summary>
    private Verdict VerdictOf(Attempt attempt, Outcome outcome)
    {
        var settings = rooms[attempt.Campaign].Settings;
        return Timed(RecyclingRule.ToOutcome(outcome, settings, attempt.Tried, now, attempt.OtherNumbers), settings.Recycling.GetValueOrDefault(outcome), attempt);
    }

    private Verdict VerdictOf(Attempt attempt, Disposition disposition, Instant? callbackDue)
    {
        var settings = rooms[attempt.Campaign].Settings;
        return Timed(RecyclingRule.ToDisposition(disposition, settings, attempt.Tried, now, callbackDue, attempt.OtherNumbers), settings.Recycling.GetValueOrDefault(Outcome.Reached), attempt);
    }

    /// <summary>Whoever got an appointment meanwhile is called again only if it was promised. A rest ends at the rule's moment; where the rule wants another part of the day, or habits are known, at a lawful moment in that part.</summary>
    /// <remarks>A floor that was started again no longer has the dossier: then the rest alone counts, and the law is asked at the dial as always.</remarks>
    private Verdict Timed(Verdict verdict, RecyclingRule? rule, Attempt attempt)
    {
        if (attempt.HasAppointment && verdict is { MayRedial: true, Reason: not RecyclingRule.Promised }) return Verdict.Close("success");
        if (verdict is not { MayRedial: true, NotBefore: { } rested, Reason: RecyclingRule.Recycled } || rule is null || attempt.Dossier is not { } dossier) return verdict;
        var known = habits.GetValueOrDefault(attempt.Client);
        if (!rule.OtherDayPart && known is null) return verdict;
        var settings = rooms[attempt.Campaign].Settings;
        var then = recent.Complete(dossier) with { Tried = attempt.Tried };
        var zone = ClockOf(dossier);
        var at = RecyclingMoment.Of(rested, rule.OtherDayPart ? DayParts.Of(attempt.PlacedAt, zone) : null, zone,
            from => NextCall.Of(book, settings, clients.GetValueOrDefault(settings.Client), then, from).At,
            known is null ? null : known.Of(dossier.Audience, dossier.List));
        return at is { } better ? verdict with { NotBefore = better.At, Reason = better.Why } : verdict;
    }
}
