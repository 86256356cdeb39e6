using NodaTime;
using Plateau.Messaging.Calendars;
using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;
using Plateau.Storage.Centre;

namespace Plateau.Server.Notices;

/// <summary>The centre's mail: how it is set up, how it fares, and a letter to try it.</summary>
internal sealed class MailDesk(DocumentBook documents, KeptSecrets secrets, TimeProvider time)
{
    /// <summary>How sending fared the last time; null before the first.</summary>
    public MailPass? Sent { get; set; }

    /// <summary>How reading fared the last time; null before the first.</summary>
    public MailPass? Read { get; set; }

    /// <summary>Null while mail is not set up: what is to be sent waits.</summary>
    public async Task<MailCard?> FindAsync(CancellationToken cancel) => (await documents.FindAsync<MailCard>(MailCard.Kind, MailCard.Id, cancel))?.Content;

    public Post Open(MailCard card) => new(card.Outbox.Opened(secrets), time);

    public Inbox? Inbox(MailCard card) => card.Inbox is { } inbox ? new(inbox.Opened(secrets)) : null;

    /// <summary>Sends a letter to somebody of the house and looks into the mailbox.</summary>
    /// <returns>What is wrong, in the reader's language; nothing when both work.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(MailCard card, string to, CancellationToken cancel)
    {
        List<string> wrong = [];
        await using (var post = Open(card))
        {
            var text = new LetterText("fr", MailWords.TestSubject, MailWords.TestGreeting, MailWords.TestBody, [], "", "Plateau");
            var sending = await post.SendAsync(new($"test-{Guid.NewGuid():N}@{DomainOf(card)}", new(card.Address, "Plateau"), new(to, ""), text, null), cancel);
            if (sending.Trouble is { } trouble) wrong.Add(MailWords.Of(trouble));
            else if (sending.Result != SendingResult.Sent) wrong.Add(MailWords.NotTaken.With(sending.Detail));
        }
        if (Inbox(card) is { } inbox && await inbox.TryAsync(cancel) is { } shut) wrong.Add(MailWords.Of(shut));
        return wrong;
    }

    /// <summary>The host part of our address, after which letters are named.</summary>
    public static string DomainOf(MailCard card) => Invitation.OneLine(card.Address.Split('@')[^1]);
}

/// <summary>How one round of sending or reading fared.</summary>
/// <param name="Count">Letters that went out or were read.</param>
/// <param name="Trouble">Why it broke off; null when it did not.</param>
internal sealed record MailPass(Instant At, int Count, MailTrouble? Trouble);
