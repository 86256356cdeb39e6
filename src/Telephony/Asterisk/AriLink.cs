using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Plateau.Telephony.Asterisk;

/// <summary>What comes over the link, in the order in which it came.</summary>
public abstract record LinkNews
{
    /// <summary>The switch opened its socket; what happened before may have been missed.</summary>
    /// <param name="IsKept">What was kept while we were away comes first, and then an event that says that this was all.</param>
    public sealed record Opened(bool IsKept) : LinkNews;

    /// <summary>An event of the switch.</summary>
    public sealed record Event(AriEvent What) : LinkNews;

    /// <summary>We ourselves want to know how things stand.</summary>
    public sealed record CountWanted : LinkNews;

    /// <summary>The socket is gone.</summary>
    public sealed record Closed : LinkNews;
}

/// <summary>
/// The socket that the switch opens to us. One reader takes events in order and only enqueues them: a reader that
/// worked would hold the switch up, and one that ran events side by side would mix up their order.
/// </summary>
public sealed partial class AriLink(ILogger<AriLink> log)
{
    /// <summary>Events that may wait. Full means that we have stood still for a minute under load; the link is then
    /// dropped, and the census after the next connection says what is true.</summary>
    public const int MostWaiting = 200_000;

    /// <summary>The longest event; real ones are below four kilobytes.</summary>
    private const int LongestEvent = 1 << 20;

    private readonly Channel<LinkNews> inbox = Channel.CreateBounded<LinkNews>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Lock gate = new();
    private WebSocket? current;

    public ChannelReader<LinkNews> News => inbox.Reader;

    public bool IsOpen => current is { State: WebSocketState.Open };

    /// <summary>Reads until the socket ends. A second connection takes the place of the first, which then is half open.</summary>
    /// <param name="isKept">Whether it comes from what holds the switch's socket for us (<see cref="SocketKeeper.Header"/>).</param>
    public async Task RunAsync(WebSocket socket, bool isKept, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(socket);
        WebSocket? former;
        lock (gate) (former, current) = (current, socket);
        former?.Abort();
        try
        {
            await inbox.Writer.WriteAsync(new LinkNews.Opened(isKept), cancel);
            await ReadAsync(socket, cancel);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or JsonException)
        {
            Ended(gone.Message);
        }
        finally
        {
            socket.Abort();
            // Whoever was replaced is silent about it: the link as such is still there.
            bool mine;
            lock (gate)
            {
                mine = current == socket;
                if (mine) current = null;
            }
            if (mine) await inbox.Writer.WriteAsync(new LinkNews.Closed(), CancellationToken.None);
        }
    }

    /// <summary>Puts the wish for a count among the news, behind what already came. A full inbox is dropped and counted anyway.</summary>
    public void AskForCount() => inbox.Writer.TryWrite(new LinkNews.CountWanted());

    /// <summary>Ends the present socket; the switch opens another within a quarter of a second.</summary>
    public void Drop()
    {
        lock (gate) current?.Abort();
    }

    private async Task ReadAsync(WebSocket socket, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancel);
            if (part.MessageType == WebSocketMessageType.Close) return;
            buffer.Advance(part.Count);
            if (buffer.WrittenCount > LongestEvent) throw new WebSocketException($"An event of more than {LongestEvent} bytes");
            if (!part.EndOfMessage) continue;
            var what = JsonSerializer.Deserialize(buffer.WrittenSpan, AriJson.Default.AriEvent);
            buffer.ResetWrittenCount();
            if (what is not null && !inbox.Writer.TryWrite(new LinkNews.Event(what)))
            {
                Overrun(MostWaiting);
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The switch's socket ended: {Reason}")]
    private partial void Ended(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} events of the switch wait unread; its socket is dropped and a census will follow")]
    private partial void Overrun(int count);
}
