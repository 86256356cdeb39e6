namespace Plateau.Messaging.Calendars;

/// <summary>Why a calendar could not be asked or written, with the place where it showed.</summary>
/// <param name="Place">The address that was asked, without user and password.</param>
/// <param name="Detail">What the other side said, or the place in its answer; may be empty.</param>
public sealed record CalendarTrouble(CalendarTroubleKind Kind, string Place, string Detail = "");

/// <summary>The ways in which asking a calendar can fail; the pages say the remedy of each.</summary>
public enum CalendarTroubleKind
{
    /// <summary>Not an address of the web.</summary>
    Address,

    /// <summary>No name, no route, no answer, or no trustworthy certificate.</summary>
    Unreachable,

    /// <summary>No whole answer within the time.</summary>
    Slow,

    /// <summary>The address lies in a private network into which calendars may not lead us.</summary>
    Private,

    /// <summary>A password would travel unprotected.</summary>
    Plain,

    /// <summary>User or password are wrong, or may not do this.</summary>
    Unauthorised,

    NotFound,

    /// <summary>It sends us on and on, or to where we don't go.</summary>
    Redirects,

    TooLarge,

    /// <summary>It answers with an error of its own.</summary>
    Refused,

    /// <summary>It answers, but not as a calendar does.</summary>
    NotCalendar,

    /// <summary>Somebody else changed the event meanwhile (412).</summary>
    Meanwhile,
}

/// <summary>What was asked for, or why there is none.</summary>
public sealed record Answer<T>(T? Value, CalendarTrouble? Trouble)
{
    public static implicit operator Answer<T>(T value) => new(value, null);
    public static implicit operator Answer<T>(CalendarTrouble trouble) => new(default, trouble);
}
