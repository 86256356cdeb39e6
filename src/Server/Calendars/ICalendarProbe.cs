using NodaTime;
using Plateau.Messaging.Calendars;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Calendars;

/// <summary>Tries a calendar's address before it is kept: whether it can be read and written, and what it says of the coming days.</summary>
public interface ICalendarProbe
{
    /// <param name="password">As it was typed; null for none.</param>
    /// <param name="zone">The consultant's clock.</param>
    /// <param name="email">The consultant's address: what they declined does not count.</param>
    Task<CalendarTried> TryAsync(CalendarKind kind, string address, string? user, string? password, DateTimeZone zone, string? email, CancellationToken cancel);
}

/// <summary>What came of trying a calendar.</summary>
/// <param name="Says">In the reader's language: what was found, or what is wrong and what to do.</param>
/// <param name="Works">Whether busy times can be read from the address as it stands in <paramref name="Address"/>.</param>
/// <param name="Address">The address to keep: that of the calendar itself, when the one given led to a single one.</param>
/// <param name="Choices">Several calendars to which the address leads; one of their addresses is to be kept.</param>
public sealed record CalendarTried(bool Works, string Says, string Address, IReadOnlyList<FoundCalendar> Choices)
{
    /// <summary>Whether appointments can be written into it; never into a feed.</summary>
    public bool MayWrite { get; init; }
}
