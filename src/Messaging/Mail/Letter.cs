using System.Net;
using System.Text;
using MimeKit;
using MimeKit.Text;
using Plateau.Messaging.Calendars;

namespace Plateau.Messaging.Mail;

/// <summary>What a person reads of a letter, in their language.</summary>
/// <param name="Language">A tag such as fr or ar; it decides the direction of the text.</param>
/// <param name="Facts">What is agreed, each with its name: day, hour, place.</param>
public sealed record LetterText(string Language, string Subject, string Greeting, string Opening, IReadOnlyList<(string Name, string Value)> Facts, string Closing, string Signature);

/// <summary>A letter of ours, with the invitation that calendars understand (RFC 6047).</summary>
/// <param name="Id">The same for the same letter, however often it must be sent: whoever gets it twice can tell (Message-ID without its brackets).</param>
public sealed record Letter(string Id, Mailbox From, Mailbox To, LetterText Text, Invitation? Invitation)
{
    /// <summary>Where people's answers go; null for where it comes from. Calendars answer to where it comes from (RFC 5546, 1.4).</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The message as it is sent: text and HTML for people, the invitation for their calendar, and once more as a file for programs that look for one.</summary>
    internal MimeMessage Message(DateTimeOffset at)
    {
        var readings = new MultipartAlternative(new TextPart(TextFormat.Plain) { Text = Plain() }, new TextPart(TextFormat.Html) { Text = Html() });
        MimeEntity body = readings;
        if (Invitation is { } invitation)
        {
            var text = invitation.Request();
            var inline = new TextPart("calendar") { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };
            inline.ContentType.Parameters.Add("method", invitation.IsCancelled ? "CANCEL" : "REQUEST");
            readings.Add(inline);
            var file = new MimePart("application", "ics") { Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))), ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invitation.ics" }, ContentTransferEncoding = ContentEncoding.Base64 };
            body = new Multipart("mixed") { readings, file };
        }
        var message = new MimeMessage { Subject = Invitation.OneLine(Text.Subject), Body = body, MessageId = Id, Date = at };
        message.From.Add(Address(From));
        message.To.Add(Address(To));
        if (ReplyTo is { Length: > 0 } other) message.ReplyTo.Add(Address(From with { Address = other }));
        // Nobody's absence assistant answers it (RFC 3834, 5).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", Text.Language);
        return message;
    }

    /// <summary>Whether a server could be asked to bring it: one name, one host, nothing around them.</summary>
    internal bool IsAddressed => MailboxAddress.TryParse(To.Address, out var parsed) && parsed.Address == To.Address && To.Address.Contains('@', StringComparison.Ordinal) && Uri.TryCreate($"mailto:{To.Address}", UriKind.Absolute, out _);

    internal static MailboxAddress Address(Mailbox mailbox) => new(Encoding.UTF8, Invitation.OneLine(mailbox.Name), Invitation.OneLine(mailbox.Address));

    private string Plain()
    {
        var text = new StringBuilder(Text.Greeting).Append("\r\n\r\n").Append(Text.Opening).Append("\r\n\r\n");
        foreach (var (name, value) in Text.Facts) text.Append(name).Append(Text.Language == "fr" ? " : " : ": ").Append(value).Append("\r\n");
        return text.Append("\r\n").Append(Text.Closing).Append("\r\n\r\n-- \r\n").Append(Text.Signature).Append("\r\n").ToString();
    }

    private string Html()
    {
        var direction = Text.Language == "ar" ? "rtl" : "ltr";
        var side = direction == "rtl" ? "right" : "left";
        var text = new StringBuilder($"""<!doctype html><html lang="{E(Text.Language)}" dir="{direction}"><head><meta charset="utf-8"><title>{E(Text.Subject)}</title></head><body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:36rem;margin:1.5rem;text-align:{side}">""");
        text.Append(Invariant, $"<p>{E(Text.Greeting)}</p><p>{E(Text.Opening)}</p><table style=\"border-spacing:0\">");
        foreach (var (name, value) in Text.Facts)
            text.Append(Invariant, $"""<tr><th style="text-align:{side};font-weight:600;min-width:7rem;max-width:16rem;padding:.15rem 0;padding-{(direction == "rtl" ? "left" : "right")}:1.5rem;vertical-align:top">{E(name)}</th><td style="padding:.15rem 0"><bdi>{E(value)}</bdi></td></tr>""");
        return text.Append(Invariant, $"</table><p>{E(Text.Closing)}</p><p style=\"opacity:.75\">{E(Text.Signature)}</p></body></html>").ToString();
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
