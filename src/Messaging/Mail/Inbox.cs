using System.Globalization;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using NodaTime;

namespace Plateau.Messaging.Mail;

/// <summary>How far a mailbox has been read (RFC 9051, 2.3.1.1).</summary>
/// <param name="Validity">The mailbox's own number; when it changes, the numbers of letters mean others, and everything is read anew.</param>
/// <param name="Last">The number of the last letter read; 0 for none.</param>
public readonly record struct InboxMark(uint Validity, uint Last);

/// <summary>The way in for letters: a mailbox that is read and left as it is (IMAP).</summary>
public sealed class Inbox(MailServer server)
{
    /// <summary>A mailbox that is read for the first time is read back so far.</summary>
    public static Duration Back { get; } = Duration.FromDays(31);

    /// <summary>Whether the mailbox opens.</summary>
    /// <returns>What is in the way; null when it does.</returns>
    public async Task<MailTrouble?> TryAsync(CancellationToken cancel)
    {
        using var client = new ImapClient();
        if (await server.OpenAsync(client, cancel).ConfigureAwait(false) is { } trouble) return trouble;
        try
        {
            await client.Inbox.OpenAsync(FolderAccess.ReadOnly, cancel).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested && MailTrouble.Of(failed, server) is { } broken)
        {
            return broken;
        }
    }

    /// <summary>Hands over each letter that came since the mark, in order, with the mark to keep when it is dealt with.</summary>
    /// <param name="mark">Null for a mailbox that was never read.</param>
    /// <returns>Why it could not be read to the end; null when it was.</returns>
    public async Task<MailTrouble?> ReadAsync(InboxMark? mark, Instant now, Func<InboxMark, Received, Task> take, CancellationToken cancel)
    {
        using var client = new ImapClient();
        if (await server.OpenAsync(client, cancel).ConfigureAwait(false) is { } trouble) return trouble;
        try
        {
            var folder = client.Inbox;
            await folder.OpenAsync(FolderAccess.ReadOnly, cancel).ConfigureAwait(false);
            var since = mark is { } kept && kept.Validity == folder.UidValidity ? kept.Last : 0;
            SearchQuery wanted = since == 0
                ? SearchQuery.DeliveredAfter((now - Back).ToDateTimeUtc())
                : SearchQuery.Uids(new UniqueIdRange(new UniqueId(folder.UidValidity, since + 1), UniqueId.MaxValue));
            // A range that ends in * holds the last letter though it be older (RFC 9051, 9, seq-range).
            foreach (var uid in (await folder.SearchAsync(wanted, cancel).ConfigureAwait(false)).Where(uid => uid.Id > since).OrderBy(uid => uid.Id))
                await take(new(folder.UidValidity, uid.Id), await ReadAsync(folder, uid, cancel).ConfigureAwait(false)).ConfigureAwait(false);
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await client.DisconnectAsync(quit: true, soon.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested && MailTrouble.Of(failed, server) is { } broken)
        {
            return broken;
        }
    }

    private static async Task<Received> ReadAsync(IMailFolder folder, UniqueId uid, CancellationToken cancel)
    {
        if (await folder.FetchAsync([uid], new FetchRequest(MessageSummaryItems.Size | MessageSummaryItems.UniqueId), cancel).ConfigureAwait(false) is not [{ Size: { } size }, ..])
            return new Received.Other(null);
        if (size > Received.MostBytes) return new Received.Unreadable(null, string.Create(CultureInfo.InvariantCulture, $"letter {uid.Id}: {size} bytes"));
        try
        {
            using var message = await folder.GetMessageAsync(uid, cancel).ConfigureAwait(false);
            return Received.Read(message);
        }
        catch (Exception bad) when (bad is FormatException or MimeKit.ParseException or MessageNotFoundException or ArgumentException)
        {
            return new Received.Unreadable(null, $"letter {uid.Id}: {Calendars.Invitation.OneLine(bad.Message)}");
        }
    }
}
