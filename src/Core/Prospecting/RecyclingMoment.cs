using NodaTime;

namespace Plateau.Core.Prospecting;

/// <summary>When a rest that ends by the clock really ends: inside the law's hours, in another part of the day where that is wanted, and rather when such people answer.</summary>
public static class RecyclingMoment
{
    /// <summary>No rest grows by more than this for the sake of a better hour.</summary>
    public static Duration MostWait { get; } = Duration.FromDays(3);

    /// <summary>Parts of days looked at: a week of holidays has no more.</summary>
    private const int MostSteps = 40;

    /// <summary>A later hour is worth waiting for when people answer in it so much more often than in every one before it.</summary>
    public const double WorthIt = 1.1;

    /// <summary>Why a moment was chosen: by its hour, or because it lies in another part of the day.</summary>
    public const string GoodHour = "good-hour", OtherDayPart = "other-day-part";

    /// <summary>The moment; null when none is found and the rest alone counts.</summary>
    /// <param name="rested">When the rest is over.</param>
    /// <param name="tried">The part of the day in which it is not to be tried again; null when any will do.</param>
    /// <param name="zone">The person's own clock.</param>
    /// <param name="lawful">The first lawful moment from one on; null when there is none.</param>
    /// <param name="rate">How often such a person answers on a weekday in a part of the day; null when that is not known.</param>
    public static (Instant At, string Why)? Of(
        Instant rested, DayPart? tried, DateTimeZone zone, Func<Instant, Instant?> lawful, Func<IsoDayOfWeek, DayPart, double>? rate)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(lawful);
        (Instant At, double Rate)? first = null, best = null;
        for (var (from, step) = (rested, 0); step < MostSteps && lawful(from) is { } at; step++)
        {
            // With nothing to choose by, the first that is lawful will do, however late it is.
            if (at > rested + MostWait && first is not null) break;
            var local = at.InZone(zone);
            var part = DayParts.Of(local.TimeOfDay);
            if (part != tried)
            {
                var here = (At: at, Rate: rate?.Invoke(local.DayOfWeek, part) ?? 0);
                first ??= here;
                if (best is null || here.Rate >= WorthIt * best.Value.Rate) best = here;
                if (rate is null) break;
            }
            from = NextPart(local, zone);
        }
        if (first is not { } soonest || best is not { } chosen) return null;
        return (chosen.At, chosen.At != soonest.At ? GoodHour : tried is null ? RecyclingRule.Recycled : OtherDayPart);
    }

    private static Instant NextPart(ZonedDateTime local, DateTimeZone zone)
    {
        var part = DayParts.Of(local.TimeOfDay);
        var next = part == DayPart.Evening ? local.Date.PlusDays(1) + DayParts.From(DayPart.Morning) : local.Date + DayParts.From(part + 1);
        return zone.AtLeniently(next).ToInstant();
    }
}
