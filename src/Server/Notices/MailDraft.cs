using Plateau.Core.Appointments;
using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;

namespace Plateau.Server.Notices;

/// <summary>The centre's mail under somebody's hands. A password that is kept is never shown: an empty field keeps it.</summary>
public sealed class MailDraft
{
    public string Address { get; set; } = "";
    public MailServerDraft Outbox { get; } = new() { Port = 587 };
    public MailServerDraft Inbox { get; } = new() { Port = 143 };
    public bool ReadsAnswers { get; set; } = true;

    /// <summary>Where people's answers go; empty for the address itself.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>Whether the centre's own servers send and read for this client's address.</summary>
    public bool SharesServers { get; set; }

    internal static MailDraft Of(MailCard? card)
    {
        var draft = new MailDraft();
        if (card is null) return draft;
        (draft.Address, draft.ReplyTo, draft.ReadsAnswers) = (card.Address, card.ReplyTo ?? "", card.Inbox is not null);
        draft.Outbox.Show(card.Outbox);
        if (card.Inbox is { } inbox) draft.Inbox.Show(inbox);
        return draft;
    }

    /// <summary>A client's; without one, a new one over the centre's servers.</summary>
    internal static MailDraft Of(ClientMailCard? card)
    {
        var draft = new MailDraft { Address = card?.Address ?? "", ReplyTo = card?.ReplyTo ?? "", SharesServers = card?.Outbox is null, ReadsAnswers = card is null || card.Outbox is null || card.Inbox is not null };
        if (card?.Outbox is { } outbox) draft.Outbox.Show(outbox);
        if (card?.Inbox is { } inbox) draft.Inbox.Show(inbox);
        return draft;
    }

    /// <summary>What must be mended before it can be tried or kept, in words.</summary>
    internal IEnumerable<string> Flaws() =>
        !Consultant.IsAddress(Address.Trim()) ? [MailWords.BadAddress]
        : ReplyTo.Trim().Length > 0 && !Consultant.IsAddress(ReplyTo.Trim()) ? [MailWords.BadReplyTo]
        : SharesServers ? [] : [.. Outbox.Flaws(MailWords.Out), .. ReadsAnswers ? Inbox.Flaws(MailWords.In) : []];

    internal MailCard Card(KeptSecrets secrets) => new(Address.Trim(), Outbox.Card(secrets), ReadsAnswers ? Inbox.Card(secrets) : null) { ReplyTo = Answers };

    internal ClientMailCard ClientCard(KeptSecrets secrets) => SharesServers ? new(Address.Trim(), Answers, null, null) : new(Address.Trim(), Answers, Outbox.Card(secrets), ReadsAnswers ? Inbox.Card(secrets) : null);

    private string? Answers => ReplyTo.Trim() is { Length: > 0 } given ? given : null;
}

/// <summary>One mail server under somebody's hands.</summary>
public sealed class MailServerDraft
{
    private string? secret;
    private (string Host, string User) keptFor;

    public string Host { get; set; } = "";
    public int Port { get; set; }
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public string Fingerprint { get; set; } = "";

    /// <summary>A password goes on only to the server and the account for which it was entered.</summary>
    public bool HasSecret => secret is not null && keptFor == (Host.Trim(), User.Trim());

    internal void Show(MailServerCard card) =>
        (Host, Port, Security, User, Fingerprint, secret, keptFor) = (card.Host, card.Port, card.Security, card.User ?? "", card.Fingerprint ?? "", card.Secret, (card.Host, card.User ?? ""));

    internal IEnumerable<string> Flaws(string place)
    {
        if (Uri.CheckHostName(Host.Trim()) == UriHostNameType.Unknown || Port is < 1 or > 65535) yield return MailWords.BadHost.With(place);
        if (Bare(Fingerprint) is { Length: > 0 } print && (print.Length != 64 || !print.All(char.IsAsciiHexDigit))) yield return MailWords.BadFingerprint.With(place);
        if (Security == MailSecurity.None && User.Trim().Length > 0 && !IsHere) yield return MailWords.Unsafe.With(place);
    }

    internal MailServerCard Card(KeptSecrets secrets) => new(Host.Trim(), Port, Security, User.Trim() is { Length: > 0 } user ? user : null,
        Password.Length > 0 ? secrets.Seal(Password) : HasSecret ? secret : null, Bare(Fingerprint) is { Length: > 0 } print ? print : null);

    private bool IsHere => Host.Trim() is "localhost" || (System.Net.IPAddress.TryParse(Host.Trim(), out var address) && System.Net.IPAddress.IsLoopback(address));

    private static string Bare(string fingerprint) => string.Concat(fingerprint.Where(letter => !char.IsWhiteSpace(letter) && letter != ':'));
}
