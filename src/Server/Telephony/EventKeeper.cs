using System.Diagnostics;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Switch;

namespace Plateau.Server.Telephony;

/// <summary>
/// Holds the switch's socket in a process of its own, and hands on to the floor what comes over it. When our main process
/// dies, the switch notices nothing: what it says meanwhile is kept here, in order, and told to the next process. An
/// Asterisk 22 whose socket ends while it has something to say can die of it, and every conversation with it. Whoever
/// answers while no floor is there is not kept in silence either.
/// </summary>
internal sealed class EventKeeper : IDisposable
{
    /// <summary>Events that may wait, a quarter of an hour of three hundred agents. The oldest go first; the count on the next connection says what is true.</summary>
    private const int MostWaiting = 50_000;

    /// <summary>The longest event; real ones are below four kilobytes.</summary>
    private const int LongestEvent = 1 << 20;

    /// <summary>How long we wait for a switch that does not live: somebody may just be starting it.</summary>
    private static readonly TimeSpan WithoutSwitch = TimeSpan.FromSeconds(20);

    private static readonly byte[] CaughtUp = JsonSerializer.SerializeToUtf8Bytes(new { type = SocketKeeper.CaughtUpKind });

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250), BetweenTries = TimeSpan.FromMilliseconds(250), ConnectLimit = TimeSpan.FromSeconds(1);

    /// <summary>Whoever closes nothing when power or network go is away after six seconds of silence.</summary>
    private static readonly TimeSpan AskAlive = TimeSpan.FromSeconds(2), AnswerAlive = TimeSpan.FromSeconds(4);

    private readonly Channel<Word> kept = Channel.CreateBounded<Word>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock gate = new();
    private readonly string folder;
    private readonly KeptSocket socket;
    private readonly AriClient control;
    private readonly SilenceGuard guard;

    /// <summary>The switch has its socket open.</summary>
    private volatile bool heard;

    /// <summary>The number of the last word that was kept, and of the last that was handed on.</summary>
    private long written, handedOn;

    /// <summary>Since when no floor takes what the switch says; nothing while one does.</summary>
    private long floorAwaySince = Stopwatch.GetTimestamp();

    /// <param name="folder">What is to be held stands in it, and where the floor is reached.</param>
    public EventKeeper(string folder)
    {
        this.folder = folder;
        socket = KeptSocket.Read(folder);
        control = new AriClient(socket.Control, socket.User, socket.Password);
        guard = new SilenceGuard(control, said => Keep(What.Event, said), TimeProvider.System);
    }

    /// <summary>Runs until the switch is gone for good, or until it is killed.</summary>
    public async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(socket.Place, listen => listen.Protocols = HttpProtocols.Http1));
        await using var app = builder.Build();
        app.UseWebSockets();
        app.Run(AcceptAsync);
        await app.StartAsync();
        using var done = new CancellationTokenSource();
        var handing = HandOnAsync(done.Token);
        // Whoever can't hand on any more must not hold the socket in silence: it ends with its error, and the floor starts another.
        await await Task.WhenAny(handing, LookAsync());
        await done.CancelAsync();
        await handing.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public void Dispose()
    {
        one.Dispose();
        control.Dispose();
    }

    private async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !socket.Admits(context.Request.Headers.Authorization))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        using var opened = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = "ari", KeepAliveInterval = AskAlive, KeepAliveTimeout = AnswerAlive });
        // A switch that was started anew may knock before the end of the former one is noticed.
        await one.WaitAsync(context.RequestAborted);
        try
        {
            heard = true;
            Keep(What.Come);
            await HearAsync(opened, context.RequestAborted);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            Say($"The switch's socket ended: {gone.Message}");
        }
        finally
        {
            heard = false;
            Keep(What.Gone);
            one.Release();
        }
    }

    private async Task HearAsync(WebSocket opened, CancellationToken cancel)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            if (buffer.Length > LongestEvent) throw new WebSocketException($"an event of more than {LongestEvent} bytes");
            var part = await opened.ReceiveAsync(buffer.AsMemory(length), cancel);
            if (part.MessageType == WebSocketMessageType.Close) return;
            length += part.Count;
            if (!part.EndOfMessage) continue;
            Keep(What.Event, buffer[..length]);
            guard.Hear(buffer.AsSpan(0, length));
            length = 0;
        }
    }

    /// <summary>To the floor goes a socket for each socket of the switch, in order: first all that came over the one, then its end.</summary>
    private async Task HandOnAsync(CancellationToken cancel)
    {
        while (await kept.Reader.WaitToReadAsync(cancel))
        {
            // Without anything before it, the end of a socket tells the floor nothing: it never had that socket.
            if (kept.Reader.TryPeek(out var first) && first.What == What.Gone && kept.Reader.TryRead(out _))
            {
                handedOn = first.Number;
                continue;
            }
            for (var over = false; !over;)
            {
                using var floor = await ReachFloorAsync(cancel);
                Interlocked.Exchange(ref floorAwaySince, 0);
                over = await SendAsync(floor, cancel);
                Interlocked.Exchange(ref floorAwaySince, Stopwatch.GetTimestamp());
            }
        }
    }

    /// <returns>True when the switch's socket ended, false when the floor's did; then what was not sent is sent over the next.</returns>
    private async Task<bool> SendAsync(ClientWebSocket floor, CancellationToken cancel)
    {
        using var here = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // All that was kept by now is memory, and what comes after it is not.
        long memory;
        lock (gate) memory = written;
        var caughtUp = false;
        var ended = EndAsync(floor, here);
        try
        {
            while (true)
            {
                if (!caughtUp && handedOn >= memory)
                {
                    await floor.SendAsync(CaughtUp, WebSocketMessageType.Text, endOfMessage: true, here.Token);
                    caughtUp = true;
                }
                if (!await kept.Reader.WaitToReadAsync(here.Token)) return true;
                if (!kept.Reader.TryPeek(out var word)) continue;
                if (word.Said is { } said) await floor.SendAsync(said, WebSocketMessageType.Text, endOfMessage: true, here.Token);
                // Once the queue is full, another word may stand first by now; then this one is told twice, which harms nobody.
                if (kept.Reader.TryPeek(out var still) && still == word) kept.Reader.TryRead(out _);
                handedOn = word.Number;
                if (word.What == What.Gone) return true;
            }
        }
        catch (Exception gone) when (IsEnd(gone) && !cancel.IsCancellationRequested)
        {
            Say($"The floor's socket ended: {gone.Message}");
            return false;
        }
        finally
        {
            await here.CancelAsync();
            await ended;
            floor.Abort();
        }
    }

    /// <summary>Hears the floor, which says nothing but that it goes.</summary>
    private static async Task EndAsync(ClientWebSocket floor, CancellationTokenSource here)
    {
        var nothing = new byte[256];
        try
        {
            while ((await floor.ReceiveAsync(nothing.AsMemory(), here.Token)).MessageType != WebSocketMessageType.Close) continue;
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // It went without a word.
        }
        await here.CancelAsync();
    }

    private async Task<ClientWebSocket> ReachFloorAsync(CancellationToken cancel)
    {
        for (; ; await Task.Delay(BetweenTries, cancel))
        {
            var floor = new ClientWebSocket();
            floor.Options.AddSubProtocol("ari");
            floor.Options.Proxy = null;
            (floor.Options.KeepAliveInterval, floor.Options.KeepAliveTimeout) = (AskAlive, AnswerAlive);
            floor.Options.SetRequestHeader("Authorization", socket.Authorization);
            floor.Options.SetRequestHeader(SocketKeeper.Header, "1");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(ConnectLimit);
            try
            {
                // Read each time: the next process of ours may listen somewhere else.
                await floor.ConnectAsync(new Uri(await File.ReadAllTextAsync(SocketKeeper.FloorFile(folder), cancel)), limit.Token);
                return floor;
            }
            catch (Exception away) when (!cancel.IsCancellationRequested && (IsEnd(away) || away is UriFormatException or UnauthorizedAccessException))
            {
                floor.Dispose();
            }
        }
    }

    /// <summary>Looks after whoever answered while there is no floor. Done when there is no socket of a switch, and nobody on account of whom one could come.</summary>
    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Look);
        for (var alone = TimeSpan.Zero; alone < WithoutSwitch;)
        {
            await timer.WaitForNextTickAsync();
            alone = heard || (socket.RunFolder is { } ours && SocketKeeper.IsSwitchAlive(ours)) ? TimeSpan.Zero : alone + Look;
            if (alone >= WithoutSwitch && await IsFloorThereAsync()) alone = TimeSpan.Zero;
            if (heard && Interlocked.Read(ref floorAwaySince) is not 0 and var since && Stopwatch.GetElapsedTime(since) >= SilenceGuard.Patience)
                foreach (var failure in await guard.LookAsync(CancellationToken.None)) Say($"Somebody waits in silence: {failure}");
        }
    }

    /// <summary>Somebody else's switch may come any time while the floor waits for it; our own is started with one of us.</summary>
    private async Task<bool> IsFloorThereAsync()
    {
        if (socket.RunFolder is not null) return false;
        using var limit = new CancellationTokenSource(ConnectLimit);
        using var floor = new TcpClient();
        try
        {
            var address = new Uri(await File.ReadAllTextAsync(SocketKeeper.FloorFile(folder), limit.Token));
            await floor.ConnectAsync(address.Host, address.Port, limit.Token);
            return true;
        }
        catch (Exception away) when (IsEnd(away) || away is SocketException or UriFormatException)
        {
            return false;
        }
    }

    private static bool IsEnd(Exception gone) => gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    private static void Say(string what) => Console.WriteLine($"{DateTimeOffset.UtcNow:u} {what}");

    private void Keep(What what, byte[]? said = null)
    {
        lock (gate) kept.Writer.TryWrite(new Word(++written, what, said));
    }

    /// <summary>What came over the switch's socket: an event, or that a socket came or went.</summary>
    private enum What { Come, Event, Gone }

    private sealed class Word(long number, What what, byte[]? said)
    {
        public long Number { get; } = number;
        public What What { get; } = what;
        public byte[]? Said { get; } = said;
    }
}
