using NodaTime;

namespace Plateau.Messaging.Calendars;

/// <summary>A stretch of time in which somebody can't come, as their calendar says.</summary>
/// <param name="Uid">The event it comes from (RFC 5545, 3.8.4.7): one of ours is an appointment, not a hindrance.</param>
public sealed record Busy(Instant Start, Instant End, string Uid);

/// <summary>What a calendar says of a span of time: when its owner is busy, and which of its entries could not be understood.</summary>
/// <param name="IsCalendar">False when the text is no calendar at all; then nothing can be concluded from it.</param>
public sealed record CalendarReading(IReadOnlyList<Busy> Busy, IReadOnlyList<CalendarFlaw> Flaws, bool IsCalendar = true);

/// <summary>What is wrong with a calendar's text, and in which line of it.</summary>
/// <param name="Line">Counted from 1, as an editor shows it.</param>
/// <param name="Detail">The words that were not understood, at most eighty letters of them.</param>
public sealed record CalendarFlaw(int Line, CalendarFlawKind Kind, string Detail = "");

/// <summary>The ways in which a calendar can be unreadable; the pages say the remedy of each.</summary>
public enum CalendarFlawKind
{
    /// <summary>It does not begin with BEGIN:VCALENDAR: mostly a web page, or an address that shows one.</summary>
    NotCalendar,

    /// <summary>Something begins and does not end: the file was cut off.</summary>
    CutOff,

    /// <summary>A line is no property of a calendar.</summary>
    Line,

    /// <summary>An event without a beginning, or with one that is no date.</summary>
    Start,

    /// <summary>A time zone that neither we nor the calendar itself know.</summary>
    Zone,

    /// <summary>A repetition that can't be followed.</summary>
    Repetition,

    /// <summary>More events, or more repetitions, than are read of one calendar.</summary>
    TooMuch,
}
