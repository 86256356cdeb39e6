using NodaTime;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Appointments;

/// <summary>Whose clock it is.</summary>
internal enum ClockOf { Consultant, Customer, Centre }

/// <summary>One moment by the clocks of all who have to keep it: nobody at the centre books at the wrong hour because Paris is an hour ahead.</summary>
internal static class Clocks
{
    /// <summary>The moment by every clock that shows another hour than the one beside which this stands, each with whose it is.</summary>
    /// <param name="shown">The clock beside which it stands.</param>
    /// <param name="consultant">Null where it is shown already, or unknown.</param>
    /// <param name="customer">The same.</param>
    public static IReadOnlyList<string> Beside(Instant at, DateTimeZone shown, DateTimeZone? consultant = null, DateTimeZone? customer = null) =>
    [
        .. new[] { (ClockOf.Consultant, consultant), (ClockOf.Customer, customer), (ClockOf.Centre, CentreTime.Zone) }
            .Where(each => each.Item2 is { } zone && zone.GetUtcOffset(at) != shown.GetUtcOffset(at))
            .Select(each => BookingWords.Of(each.Item1).With(Say(at, each.Item2!, shown), BookingWords.PlaceOf(each.Item2!))),
    ];

    /// <summary>The centre's clock, where it shows another hour than this one on that day; null where both are the same.</summary>
    public static DateTimeZone? OfCentre(DateTimeZone shown, LocalDate day)
    {
        var noon = shown.AtLeniently(day + LocalTime.Noon).ToInstant();
        return CentreTime.Zone.GetUtcOffset(noon) == shown.GetUtcOffset(noon) ? null : CentreTime.Zone;
    }

    private static string Say(Instant at, DateTimeZone zone, DateTimeZone shown)
    {
        var there = at.InZone(zone);
        return there.Date == at.InZone(shown).Date ? Shown.Time(there.TimeOfDay) : $"{Shown.DayShort(there.Date)} {Shown.Time(there.TimeOfDay)}";
    }
}
