using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Messaging.Calendars;
using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;
using Plateau.Storage.Centre;

namespace Plateau.Server.Notices;

/// <summary>The centre's mail: how it is set up, how it fares, and a letter to try it.</summary>
internal sealed class MailDesk(DocumentBook documents, KeptSecrets secrets, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, MailPass> sent = new(StringComparer.Ordinal), read = new(StringComparer.Ordinal);

    /// <summary>How sending from an address fared the last time; null before the first.</summary>
    /// <param name="client">Whose address; null for the centre's.</param>
    public MailPass? SentOf(ClientId? client) => sent.GetValueOrDefault(IdOf(client));

    /// <summary>How reading its mailbox fared the last time; null before the first.</summary>
    /// <param name="client">Whose address; null for the centre's.</param>
    public MailPass? ReadOf(ClientId? client) => read.GetValueOrDefault(IdOf(client));

    public void KeepSent(ClientId? client, MailPass pass) => sent[IdOf(client)] = pass;

    public void KeepRead(ClientId? client, MailPass pass) => read[IdOf(client)] = pass;

    /// <summary>What was seen of an address that is set up anew is no more true.</summary>
    public void Forget(ClientId? client)
    {
        foreach (var passes in new[] { sent, read })
            // Clients may send over the centre's servers.
            if (client is null) passes.Clear();
            else passes.TryRemove(IdOf(client), out _);
    }

    /// <summary>Null while mail is not set up: what is to be sent waits.</summary>
    public async Task<MailCard?> FindAsync(CancellationToken cancel) => (await documents.FindAsync<MailCard>(MailCard.Kind, MailCard.Id, cancel))?.Content;

    /// <summary>Every address by which letters can go out now.</summary>
    public async Task<IReadOnlyList<MailAccount>> AccountsAsync(CancellationToken cancel)
    {
        var (centre, clients) = (await FindAsync(cancel), await documents.AllAsync<ClientMailCard>(ClientMailCard.Kind, cancellation: cancel));
        return
        [
            .. centre is null ? [] : new[] { new MailAccount(null, centre) },
            .. clients.Select(kept => kept.Content.Over(centre) is { } card ? new MailAccount(new ClientId(kept.Id), card) : null).OfType<MailAccount>(),
        ];
    }

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

    private static string IdOf(ClientId? client) => client?.Value ?? "";

    /// <summary>The host part of our address, after which letters are named.</summary>
    public static string DomainOf(MailCard card) => Invitation.OneLine(card.Address.Split('@')[^1]);
}

/// <summary>How one round of sending or reading fared.</summary>
/// <param name="Count">Letters that went out or were read.</param>
/// <param name="Trouble">Why it broke off; null when it did not.</param>
internal sealed record MailPass(Instant At, int Count, MailTrouble? Trouble);
