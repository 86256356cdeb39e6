using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Storage.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Switch;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Telephony;

/// <summary>Keeps the switch: starts or adopts ours, or finds somebody else's at its address; lets it open its socket to us, and carries the floor's instructions to it.</summary>
internal sealed class SwitchService(
    Installation installation, IServer server, IHostApplicationLifetime lifetime, FloorLine line, HopperFeed hopper, IClock clock,
    ILoggerFactory logs, ILogger<SwitchService> log) : BackgroundService, ISwitch
{
    /// <summary>Path at which the switch opens its socket.</summary>
    public const string EventsPath = "/switch/events";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>How often a switch elsewhere is looked at while it can't be used.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>How long what holds its socket may take to listen.</summary>
    private static readonly TimeSpan KeeperStarts = TimeSpan.FromSeconds(20);

    private readonly AriLink link = new(logs.CreateLogger<AriLink>());
    private volatile AsteriskSwitch? hand;
    private volatile AriClient? asked;
    private volatile Func<string?, bool> admits = _ => false;
    private readonly TaskCompletionSource<(SwitchHost Host, AsteriskSwitch Switch)> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether calls can be made.</summary>
    public bool IsReady => hand is { IsReady: true };

    /// <summary>Why there is no switch; null when there is one, or when none is wanted.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The process of our own switch and the hand at it, once they are there.</summary>
    public Task<(SwitchHost Host, AsteriskSwitch Switch)> WhenMade => made.Task;

    /// <summary>Takes an instruction and returns at once; without a switch the floor hears that nothing came of it.</summary>
    public void Carry(Instruction instruction)
    {
        if (hand is { } ready) ready.Carry(instruction);
        else if (instruction is Dial dial) line.Tell(new CallFailed(clock.GetCurrentInstant(), dial.Attempt, Outcome.Interrupted, "no-switch"));
    }

    /// <summary>Whether the switch lists a sound of that name; null for a path, which no switch lists, and where it has no list or can't be asked.</summary>
    public async Task<bool?> ListsSoundAsync(string name, CancellationToken cancel)
    {
        if (asked is not { } there || !IsReady || Path.IsPathRooted(name)) return null;
        try
        {
            return await there.ListsSoundAsync(name, cancel);
        }
        catch (Exception silent) when (silent is HttpRequestException or AriRefusedException || (silent is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Has the switch counted again; its socket stays open.</summary>
    public void Recount() => hand?.Recount();

    /// <summary>Gives an agent a telephone that the practice line plays.</summary>
    public async Task ServePractisingAsync(AgentId agent, CancellationToken cancel)
    {
        var (host, hand) = await made.Task.WaitAsync(cancel);
        await hand.ServeAsync(AgentEndpoint.Practising(agent, host.PracticeSide), cancel);
    }

    /// <summary>Gives an agent a telephone that registers by itself, under a password of this shift; null while no switch takes calls.</summary>
    public async Task<(AgentEndpoint Telephone, System.Net.IPEndPoint Registrar)?> ServeRegisteringAsync(AgentId agent, CancellationToken cancel)
    {
        if (!IsReady) return null;
        var (host, hand) = await made.Task;
        var telephone = AgentEndpoint.Registering(agent);
        await hand.ServeAsync(telephone, cancel);
        return (telephone, host.House);
    }

    /// <summary>Gives an agent a telephone in the browser, under a password of this session; null while no switch takes calls.</summary>
    public async Task<AgentEndpoint?> ServeBrowserAsync(AgentId agent, CancellationToken cancel)
    {
        if (hand is not { IsReady: true } ready) return null;
        var telephone = AgentEndpoint.InBrowser(agent);
        await ready.ServeAsync(telephone, cancel);
        return telephone;
    }

    /// <summary>Where the switch takes SIP over WebSocket; null when there is no switch.</summary>
    public Uri? PhoneSocket { get; private set; }

    /// <summary>Takes an agent's telephone away; without a switch there is none.</summary>
    public async Task DismissAsync(AgentId agent, CancellationToken cancel)
    {
        if (hand is { } present) await present.DismissAsync(agent, cancel);
    }

    /// <summary>Takes the switch's own socket; anyone else who knocks is turned away.</summary>
    public async Task AcceptAsync(HttpContext context)
    {
        if (!admits(context.Request.Headers.Authorization))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        // Nobody hears any more: what came now would be lost, and the next process of ours is told it instead.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = "ari",
            // A switch whose machine lost its power closes nothing; after six seconds of silence it is away.
            KeepAliveInterval = TimeSpan.FromSeconds(2),
            KeepAliveTimeout = TimeSpan.FromSeconds(4),
        });
        await link.RunAsync(socket, context.Request.Headers.ContainsKey(SocketKeeper.Header), lifetime.ApplicationStopping);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ServerStartedAsync(stoppingToken);
            while (!await KeepAsync(stoppingToken)) await Task.Delay(TryAgain, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The switch goes on by itself: conversations outlive us.
            log.LogInformation("The switch is left running");
        }
    }

    /// <returns>False when the switch can't be made out of what we were told; somebody may mend that while we run.</returns>
    private async Task<bool> KeepAsync(CancellationToken stopping)
    {
        try
        {
            if (installation.Elsewhere is { } address) await KeepElsewhereAsync(address, stopping);
            else if (installation.SwitchPrefix is { } prefix) await KeepOwnAsync(prefix, stopping);
            else Trouble = "no switch was set up: ./run sets one up, or set PLATEAU_ASTERISK to the folder of an Asterisk 20 or later";
            return true;
        }
        catch (SwitchUnusableException unusable)
        {
            Say(unusable.Message);
            return false;
        }
    }

    private async Task KeepOwnAsync(string prefix, CancellationToken stopping)
    {
        var settings = new SwitchSettings { RunFolder = installation.SwitchFolder, Prefix = prefix, Events = EventsAddress() };
        using var host = new SwitchHost(settings, logs.CreateLogger<SwitchHost>());
        using var control = new AriClient(host.Identity.Control, SwitchIdentity.ControlUser, host.Identity.ControlPassword);
        var taken = TakeUp(control, settings.RecordingFolder, installation.Trunks, host.Identity.Admits);
        PhoneSocket = SocketBeside(host.Identity.Control);
        made.TrySetResult((host, taken));
        await Task.WhenAll(taken.RunAsync(stopping), KeepRunningAsync(host, taken, stopping));
    }

    private async Task KeepRunningAsync(SwitchHost host, AsteriskSwitch taken, CancellationToken stopping)
    {
        while (true)
            try
            {
                await host.StartAsync(stopping);
                Say(null);
                break;
            }
            catch (SwitchUnusableException unusable)
            {
                Say(unusable.Message);
                await Task.Delay(TryAgain, stopping);
            }
        await host.WatchAsync(taken.Died, stopping);
    }

    private async Task KeepElsewhereAsync(SwitchAddress address, CancellationToken stopping)
    {
        using var there = new SwitchElsewhere(address.Url, address.User, address.Password, address.EventsPassword, address.Keeper);
        var keeper = there.Kept is { } kept ? new SocketKeeper(Path.Combine(Path.GetFullPath(installation.SwitchFolder), "elsewhere"), kept, SwitchSettings.OwnProgram, KeeperStarts) : null;
        // The practice line is a part of our own switch; somebody else's has none.
        var taken = TakeUp(there.Control, address.Recordings ?? Path.Combine(installation.SwitchFolder, "spool", "recording"),
            [.. installation.Trunks.Where(trunk => !trunk.IsPractice)], there.Admits);
        PhoneSocket = SocketBeside(new Uri(address.Url));
        await Task.WhenAll(taken.RunAsync(stopping), LookAsync(there, keeper, taken, stopping));
    }

    /// <summary>Says what is missing while the switch elsewhere can't be used, and has its socket held for us where that is wanted. The socket does the rest.</summary>
    private async Task LookAsync(SwitchElsewhere there, SocketKeeper? keeper, AsteriskSwitch taken, CancellationToken stopping)
    {
        keeper?.Point(EventsAddress());
        for (var answers = 0; ; await Task.Delay(LookAgain, stopping))
            try
            {
                if (!taken.IsReady && keeper is not null)
                {
                    await keeper.EnsureAsync(stopping);
                    await keeper.ListensAsync(stopping);
                }
                if (!taken.IsReady) await there.CheckAsync(stopping);
                // The socket may take a moment after the first answer.
                answers = taken.IsReady ? 0 : answers + 1;
                Say(answers > 1 ? there.NoSocket(EventsAddress()) : null);
            }
            catch (SwitchUnusableException unusable)
            {
                answers = 0;
                Say(unusable.Message);
            }
    }

    private AsteriskSwitch TakeUp(AriClient control, string recordings, IReadOnlyList<TrunkSettings> trunks, Func<string?, bool> whoIsAdmitted)
    {
        var taken = new AsteriskSwitch(control, link, recordings, trunks, (dial, cancel) => new(hopper.NumberOfAsync(dial.Prospect, dial.Rank, cancel)), line.Tell, clock, logs.CreateLogger<AsteriskSwitch>());
        (hand, admits, asked) = (taken, whoIsAdmitted, control);
        return taken;
    }

    /// <summary>Keeps the reason for /ready, and writes it down when it is a new one.</summary>
    private void Say(string? trouble)
    {
        if (trouble is not null && trouble != Trouble) log.LogError("There is no switch, and nothing is dialled: {Reason}", trouble);
        Trouble = trouble;
    }

    private async Task ServerStartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stopping);
    }

    /// <summary>The switch serves both on one port.</summary>
    private static Uri SocketBeside(Uri control) => new UriBuilder(control) { Scheme = control.Scheme == Uri.UriSchemeHttps ? "wss" : "ws", Path = "/ws", Query = "" }.Uri;

    private Uri EventsAddress()
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri($"ws://127.0.0.1:{new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)).Port}{EventsPath}");
    }
}
