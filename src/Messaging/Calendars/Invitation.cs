using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Plateau.Messaging.Calendars;

/// <summary>Somebody with an address of mail.</summary>
public sealed record Mailbox(string Address, string Name);

/// <summary>What an invited person has answered so far (PARTSTAT; RFC 5545, 3.2.12).</summary>
public enum Attendance { NeedsAction, Accepted, Tentative, Declined }

/// <summary>An appointment as calendars are told of it: the same name through all changes, a number that grows with each.</summary>
/// <param name="Uid">RFC 5545, 3.8.4.7.</param>
/// <param name="Sequence">RFC 5545, 3.8.7.4.</param>
/// <param name="Stamp">When this was said (DTSTAMP).</param>
/// <param name="Organizer">Null for an entry in a calendar whose server must invite nobody by itself (RFC 6638, 3.2).</param>
public sealed record Invitation(string Uid, int Sequence, Instant Stamp, Instant Start, Instant End, string Summary, string? Place, string? Description, Mailbox? Organizer, IReadOnlyList<(Mailbox Who, Attendance Answer)> Invited)
{
    /// <summary>How long before it the calendar rings; null for not at all.</summary>
    public NodaTime.Duration? Alarm { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>As it goes by mail (RFC 5546): asked for, or called off.</summary>
    public string Request() => Written(IsCancelled ? "CANCEL" : "REQUEST");

    /// <summary>As it is kept in a calendar (RFC 4791, 4.1: without a method).</summary>
    public string Entry() => Written(null);

    /// <summary>Times are written in UTC: they name the same moment in every calendar, whatever zones it knows and whatever a state decides meanwhile.</summary>
    private string Written(string? method)
    {
        var told = new CalendarEvent
        {
            Uid = Uid,
            Sequence = Sequence,
            DtStamp = CalendarText.Utc(Stamp),
            DtStart = CalendarText.Utc(Start),
            DtEnd = CalendarText.Utc(End),
            Summary = OneLine(Summary),
            Status = IsCancelled ? "CANCELLED" : "CONFIRMED",
            Transparency = "OPAQUE",
        };
        if (Organizer is { } organizer) told.Organizer = new Organizer($"mailto:{organizer.Address}") { CommonName = Quotable(organizer.Name) };
        if (Place is { Length: > 0 }) told.Location = OneLine(Place);
        if (Description is { Length: > 0 }) told.Description = Lines(Description);
        foreach (var (who, answer) in Invited)
            told.Attendees.Add(new Attendee($"mailto:{who.Address}")
            {
                CommonName = Quotable(who.Name), Role = "REQ-PARTICIPANT", Type = "INDIVIDUAL", Rsvp = answer is Attendance.NeedsAction,
                ParticipationStatus = answer switch { Attendance.Accepted => "ACCEPTED", Attendance.Tentative => "TENTATIVE", Attendance.Declined => "DECLINED", _ => "NEEDS-ACTION" },
            });
        if (Alarm is { } before && !IsCancelled)
            told.Alarms.Add(new Alarm { Action = "DISPLAY", Description = OneLine(Summary), Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromMinutes(-(int)before.TotalMinutes)) });
        var calendar = new Calendar { ProductId = "-//Plateau//Appointments//EN" };
        if (method is not null) calendar.Method = method;
        calendar.Events.Add(told);
        return new CalendarSerializer(calendar).SerializeToString() ?? throw new InvalidOperationException("An invitation can't be written.");
    }

    /// <summary>Without what could begin a new line, in a header or in a calendar.</summary>
    public static string OneLine(string text) => string.Concat((text ?? "").Select(letter => IsBreak(letter) ? ' ' : letter)).Trim();

    private static string Lines(string text) => string.Concat(text.Select(letter => letter == '\n' || !IsBreak(letter) ? letter : ' '));

    /// <summary>A parameter stands between quotes, so it holds none (RFC 5545, 3.1).</summary>
    private static string Quotable(string text) => OneLine(text).Replace('"', '\'');

    private static bool IsBreak(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085';
}
