using MailKit.Net.Smtp;
using Plateau.Messaging.Calendars;

namespace Plateau.Messaging.Mail;

/// <summary>What came of sending a letter.</summary>
public enum SendingResult
{
    /// <summary>A server has taken it over and answers for it.</summary>
    Sent,

    /// <summary>Not now; trying again may help (RFC 5321, 4.2.1: 4yz, or no answer).</summary>
    Later,

    /// <summary>Never to this address, or never this letter (5yz).</summary>
    Never,
}

/// <param name="Detail">What the server said.</param>
/// <param name="Trouble">When no letter at all can go out now; null when it is about this one.</param>
public sealed record Sending(SendingResult Result, string Detail = "", MailTrouble? Trouble = null);

/// <summary>The way out for letters: one line to a server (SMTP), opened when the first is sent and kept until this is closed.</summary>
public sealed class Post(MailServer server, TimeProvider time) : IAsyncDisposable
{
    private SmtpClient client = new();

    public async Task<Sending> SendAsync(Letter letter, CancellationToken cancel)
    {
        if (!letter.IsAddressed) return new(SendingResult.Never, $"no address: {Invitation.OneLine(letter.To.Address)}");
        using (var message = letter.Message(time.GetUtcNow()))
        {
            if (!client.IsConnected && await OpenAsync(cancel).ConfigureAwait(false) is { } trouble) return new(SendingResult.Later, trouble.Detail, trouble);
            try
            {
                var said = await client.SendAsync(message, cancel).ConfigureAwait(false);
                return new(SendingResult.Sent, Invitation.OneLine(said));
            }
            catch (SmtpCommandException refused)
            {
                return Refused(refused);
            }
            catch (Exception failed) when (!cancel.IsCancellationRequested && MailTrouble.Of(failed, server) is { } broken)
            {
                await CloseAsync().ConfigureAwait(false);
                return new(SendingResult.Later, broken.Detail, broken);
            }
        }
    }

    /// <summary>Whether the server lets us in; null when it does.</summary>
    public async Task<MailTrouble?> TryAsync(CancellationToken cancel) => client.IsConnected ? null : await OpenAsync(cancel).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        client.Dispose();
    }

    private async Task<MailTrouble?> OpenAsync(CancellationToken cancel)
    {
        client.Dispose();
        client = new SmtpClient();
        var trouble = await server.OpenAsync(client, cancel).ConfigureAwait(false);
        if (trouble is not null) await CloseAsync().ConfigureAwait(false);
        return trouble;
    }

    /// <summary>A refused recipient or text is about this letter; a refused sender, or one who must sign in first (RFC 3463, X.7), is about our account, and is mended in the settings.</summary>
    private Sending Refused(SmtpCommandException refused)
    {
        var said = $"{(int)refused.StatusCode} {Invitation.OneLine(refused.Message)}";
        if ((int)refused.StatusCode < 500) return new(SendingResult.Later, said);
        var isOurs = (int)refused.StatusCode is 530 or 535 or 538 || refused.Message.StartsWith("5.7.", StringComparison.Ordinal);
        return !isOurs && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
            ? new(SendingResult.Never, said)
            : new(SendingResult.Later, said, new(MailTroubleKind.Unauthorised, $"{server.Host}:{server.Port}", said));
    }

    private async Task CloseAsync()
    {
        if (!client.IsConnected) return;
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        try
        {
            await client.DisconnectAsync(quit: true, soon.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (MailTrouble.Of(gone, server) is not null)
        {
            // It hung up before we could say good-bye.
        }
    }
}
