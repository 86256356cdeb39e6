using System.Globalization;
using MimeKit;
using NodaTime;
using NodaTime.Text;
using Plateau.Messaging.Calendars;

namespace Plateau.Messaging.Mail;

/// <summary>What came into the mailbox, as far as it concerns appointments.</summary>
/// <param name="Id">Message-ID without its brackets; null when there is none.</param>
public abstract record Received(string? Id)
{
    /// <summary>Longest letter that is read.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Somebody's calendar answered an invitation (RFC 5546, 3.2.3).</summary>
    /// <param name="Sequence">Of the invitation that is answered: an answer to an older one says nothing of the newer.</param>
    /// <param name="Who">The address that was invited, in small letters.</param>
    public sealed record Answered(string? Id, string Uid, int Sequence, string Who, Attendance Answer, string? Comment) : Received(Id);

    /// <summary>Somebody's calendar proposes another time (RFC 5546, 3.2.7).</summary>
    public sealed record Proposed(string? Id, string Uid, int Sequence, string Who, Instant Start, Instant End, string? Comment) : Received(Id);

    /// <summary>A server says that a letter of ours did not arrive (RFC 3464).</summary>
    /// <param name="Letter">Message-ID of ours without its brackets.</param>
    /// <param name="IsFinal">False while it is still being tried.</param>
    public sealed record Undelivered(string? Id, string Letter, string? Recipient, bool IsFinal, string Reason) : Received(Id);

    /// <summary>Anything else: people read it in the mailbox.</summary>
    public sealed record Other(string? Id) : Received(Id);

    /// <summary>It claims to be for us and can't be understood.</summary>
    public sealed record Unreadable(string? Id, string Why) : Received(Id);

    internal static Received Read(MimeMessage message)
    {
        var id = message.MessageId;
        if (message.Body is MultipartReport report && report.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status) return Bounce(id, report, status);
        var parts = message.BodyParts.OfType<MimePart>().ToList();
        var calendar = parts.Find(part => part.ContentType.IsMimeType("text", "calendar")) ?? parts.Find(part => part.ContentType.IsMimeType("application", "ics"));
        if (calendar is null) return new Other(id);
        using var content = new MemoryStream();
        calendar.Content?.DecodeTo(content);
        return Itip(id, System.Text.Encoding.UTF8.GetString(content.ToArray()));
    }

    private static Received Itip(string? id, string text)
    {
        var scan = CalendarScan.Of(text);
        // A line that is no property is another program's oddity; what is needed may be there all the same.
        if (!scan.IsCalendar || (scan.Events.Count == 0 && scan.Flaws.Count > 0)) return new Unreadable(id, scan.Flaws is [var flaw, ..] ? $"line {flaw.Line}: {flaw.Kind}" : "no calendar");
        var method = scan.Method;
        if (method is not ("REPLY" or "COUNTER") || scan.Events is not [var told, ..] || told.Value("UID") is not { } uid) return new Other(id);
        var sequence = int.TryParse(told.Value("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (told.Find("ATTENDEE") is not { } attendee || Address(attendee.Value) is not { } who) return new Unreadable(id, $"line {told.Number}: no ATTENDEE");
        var comment = told.Value("COMMENT")?.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal);
        if (method == "COUNTER") return Span(told) is var (start, end) ? new Proposed(id, uid, sequence, who, start, end, comment) : new Unreadable(id, $"line {told.Number}: no time");
        Attendance? answer = attendee.Parameter("PARTSTAT")?.ToUpperInvariant() switch { "ACCEPTED" => Attendance.Accepted, "DECLINED" => Attendance.Declined, "TENTATIVE" => Attendance.Tentative, _ => null };
        return answer is { } clear ? new Answered(id, uid, sequence, who, clear, comment) : new Other(id);
    }

    /// <summary>The time that a proposal names; a floating one is nobody's moment and so none.</summary>
    private static (Instant, Instant)? Span(CalendarScan.Component told)
    {
        if (told.Find("DTSTART") is not { } start || At(start) is not { } from) return null;
        return told.Find("DTEND") is { } end && At(end) is { } until && until > from ? (from, until) : null;
    }

    private static Instant? At(CalendarScan.Line line)
    {
        var zone = line.Value.EndsWith('Z') ? DateTimeZone.Utc : line.Parameter("TZID") is { } name && CalendarZones.Named(name, []) is { } known ? DateTimeZoneProviders.Tzdb[known] : null;
        var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(line.Value.TrimEnd('Z'));
        return zone is not null && local.Success ? local.Value.InZoneLeniently(zone).ToInstant() : null;
    }

    private static string? Address(string value) =>
        value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && value.Length > 7 ? value[7..].Trim().ToLowerInvariant() : null;

    private static Received Bounce(string? id, MultipartReport report, MessageDeliveryStatus status)
    {
        var about = report.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(found => found is not null)
            ?? report.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "rfc822-headers")).Select(MessageIdIn).FirstOrDefault(found => found is not null);
        if (about is null) return new Other(id);
        var recipient = status.StatusGroups.Skip(1).FirstOrDefault(group => group["Action"] is not null);
        var action = recipient?["Action"]?.Trim().ToLowerInvariant();
        if (action is not ("failed" or "delayed")) return new Other(id);
        var reason = string.Join(' ', new[] { recipient!["Status"], recipient["Diagnostic-Code"] }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new Undelivered(id, about, recipient["Final-Recipient"]?.Split(';') is [_, var address] ? address.Trim() : null, action == "failed", Invitation.OneLine(reason));
    }

    private static string? MessageIdIn(TextPart headers)
    {
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(headers.Text + "\r\n"));
        return MimeMessage.Load(text).MessageId;
    }
}
