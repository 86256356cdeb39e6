using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;

namespace Plateau.Server.Notices;

/// <summary>How the centre's letters go out and where answers come in, as it is kept.</summary>
/// <param name="Address">From which letters come and to which answers go.</param>
/// <param name="Inbox">Null while nobody reads answers.</param>
internal sealed record MailCard(string Address, MailServerCard Outbox, MailServerCard? Inbox)
{
    /// <summary>The kind of document, and its id.</summary>
    public const string Kind = "mail", Id = "main";
}

/// <summary>A mail server as it is kept.</summary>
/// <param name="Secret">The sealed password.</param>
/// <param name="Fingerprint">SHA-256 of a certificate that is trusted though no authority vouches for it.</param>
internal sealed record MailServerCard(string Host, int Port, MailSecurity Security, string? User, string? Secret, string? Fingerprint)
{
    public MailServer Opened(KeptSecrets secrets) => new(Host, Port, Security, User, secrets.Open(Secret)) { Fingerprint = Fingerprint };
}
