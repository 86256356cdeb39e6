using Plateau.Core.Interactions;
using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;

namespace Plateau.Server.Notices;

/// <summary>How letters go out and where answers come in, as it is kept.</summary>
/// <param name="Address">From which letters come and to which answers go.</param>
/// <param name="Inbox">Null while nobody reads answers.</param>
internal sealed record MailCard(string Address, MailServerCard Outbox, MailServerCard? Inbox)
{
    /// <summary>The kind of document, and its id.</summary>
    public const string Kind = "mail", Id = "main";

    /// <summary>Where people's answers go that no calendar writes; null for the address itself.</summary>
    public string? ReplyTo { get; init; }
}

/// <summary>A client's own address, as it is kept under the client's id: its letters come from there and not from the centre's.</summary>
/// <param name="Outbox">Null where the centre's own servers send and read for this address too.</param>
internal sealed record ClientMailCard(string Address, string? ReplyTo, MailServerCard? Outbox, MailServerCard? Inbox)
{
    /// <summary>The kind of document.</summary>
    public const string Kind = "client-mail";

    /// <summary>As letters are sent by it; null while it waits for the centre's servers to be set up.</summary>
    public MailCard? Over(MailCard? centre) => Outbox is { } own ? new(Address, own, Inbox) { ReplyTo = ReplyTo } : centre is { } lent ? lent with { Address = Address, ReplyTo = ReplyTo } : null;
}

/// <summary>An address by which letters go out: the centre's, for all clients without one of their own, or a client's.</summary>
/// <param name="Client">Null for the centre's.</param>
internal sealed record MailAccount(ClientId? Client, MailCard Card);

/// <summary>A mail server as it is kept.</summary>
/// <param name="Secret">The sealed password.</param>
/// <param name="Fingerprint">SHA-256 of a certificate that is trusted though no authority vouches for it.</param>
internal sealed record MailServerCard(string Host, int Port, MailSecurity Security, string? User, string? Secret, string? Fingerprint)
{
    public MailServer Opened(KeptSecrets secrets) => new(Host, Port, Security, User, secrets.Open(Secret)) { Fingerprint = Fingerprint };
}
