using System.Collections.Concurrent;
using System.Net.WebSockets;
using Plateau.Core.Interactions;
using Plateau.Server.People.Door;
using Plateau.Server.Telephony;

namespace Plateau.Server.Desks.Softphone;

/// <summary>
/// Carries a telephone's SIP between the browser and the switch, by way of our own origin. Speech doesn't come this
/// way: it goes straight to the switch, and outlives this process.
/// </summary>
internal sealed class PhoneRelay(SwitchService telephony, Sessions sessions, IHostApplicationLifetime lifetime, ILogger<PhoneRelay> log)
{
    /// <summary>The longest message of a telephone; a real one with all its candidates has four kilobytes.</summary>
    private const int LongestMessage = 64 * 1024;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3), LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>The open socket of each agent. A new one ends the one before: a desk has one telephone.</summary>
    private readonly ConcurrentDictionary<AgentId, WebSocket> open = new();

    /// <param name="stillTheirs">Asked again and again: a session that ends takes its telephone with it.</param>
    public async Task RunAsync(HttpContext context, AgentId agent, Func<CancellationToken, ValueTask<bool>> stillTheirs)
    {
        if (telephony.PhoneSocket is not { } address)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        using var switchSide = new ClientWebSocket();
        switchSide.Options.AddSubProtocol("sip");
        switchSide.Options.Proxy = null;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel.Token);
            limit.CancelAfter(ConnectLimit);
            await switchSide.ConnectAsync(address, limit.Token);
        }
        catch (Exception away) when (away is WebSocketException or OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }
        using var browserSide = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = "sip",
            // A browser whose network is gone closes nothing: after six seconds of silence its telephone is lost.
            KeepAliveInterval = TimeSpan.FromSeconds(2),
            KeepAliveTimeout = TimeSpan.FromSeconds(4),
        });
        open.AddOrUpdate(agent, browserSide, (_, former) =>
        {
            former.Abort();
            return browserSide;
        });
        try
        {
            await Task.WhenAny(PumpAsync(browserSide, switchSide, cancel.Token), PumpAsync(switchSide, browserSide, cancel.Token), EndOfSessionAsync(agent, stillTheirs, cancel.Token));
        }
        finally
        {
            open.TryRemove(new(agent, browserSide));
            await cancel.CancelAsync();
            // Both ends at once: the switch then forgets where the telephone was.
            browserSide.Abort();
            switchSide.Abort();
        }
        log.LogInformation("The telephone's line of agent {Agent} ended", agent);
    }

    /// <summary>Done when the session is over; the account at the switch is then over too.</summary>
    private async Task EndOfSessionAsync(AgentId agent, Func<CancellationToken, ValueTask<bool>> stillTheirs, CancellationToken cancel)
    {
        try
        {
            while (await stillTheirs(cancel)) await sessions.WaitAsync(LookAgain, cancel);
            await telephony.DismissAsync(agent, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
    }

    private static async Task PumpAsync(WebSocket from, WebSocket to, CancellationToken cancel)
    {
        var buffer = new byte[8192];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await from.ReceiveAsync(buffer.AsMemory(), cancel);
                if (part.MessageType == WebSocketMessageType.Close || (length += part.Count) > LongestMessage) return;
                await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, cancel);
                if (part.EndOfMessage) length = 0;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return;
        }
    }
}
