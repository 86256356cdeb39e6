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

namespace Plateau.Server.Telephony;

/// <summary>Keeps the switch: starts or adopts it, lets it open its socket to us, starts it again when it died, and carries the floor's instructions to it.</summary>
internal sealed class SwitchService(
    Installation installation, IServer server, IHostApplicationLifetime lifetime, FloorLine line, HopperFeed hopper, IClock clock,
    ILoggerFactory logs, ILogger<SwitchService> log) : BackgroundService
{
    /// <summary>Path at which the switch opens its socket.</summary>
    public const string EventsPath = "/switch/events";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);
    private readonly AriLink link = new(logs.CreateLogger<AriLink>());
    private readonly TaskCompletionSource<(SwitchHost Host, AsteriskSwitch Switch)> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether calls can be made.</summary>
    public bool IsReady => made.Task is { IsCompletedSuccessfully: true, Result.Switch.IsReady: true };

    /// <summary>Why there is no switch; null when there is one, or when none is wanted.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The switch's process and the hand at it, once they are there.</summary>
    public Task<(SwitchHost Host, AsteriskSwitch Switch)> WhenMade => made.Task;

    /// <summary>Takes an instruction and returns at once; without a switch the floor hears that nothing came of it.</summary>
    public void Carry(Instruction instruction)
    {
        if (made.Task.IsCompletedSuccessfully) made.Task.Result.Switch.Carry(instruction);
        else if (instruction is Dial dial) line.Tell(new CallFailed(clock.GetCurrentInstant(), dial.Attempt, Outcome.Interrupted, "no-switch"));
    }

    /// <summary>Has the switch counted again: its socket is opened anew, and a count follows.</summary>
    public void Recount() => link.Drop();

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

    /// <summary>Takes an agent's telephone away; without a switch there is none.</summary>
    public async Task DismissAsync(AgentId agent, CancellationToken cancel)
    {
        if (made.Task.IsCompletedSuccessfully) await made.Task.Result.Switch.DismissAsync(agent, cancel);
    }

    /// <summary>Takes the switch's own socket; anyone else who knocks is turned away.</summary>
    public async Task AcceptAsync(HttpContext context)
    {
        if (!made.Task.IsCompletedSuccessfully || !made.Task.Result.Host.Identity.Admits(context.Request.Headers.Authorization))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault() });
        await link.RunAsync(socket, lifetime.ApplicationStopping);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (installation.SwitchPrefix is not { } prefix)
        {
            Trouble = "no switch was set up: ./run sets one up, or set PLATEAU_ASTERISK to the folder of an Asterisk 20 or later";
            return;
        }
        try
        {
            await ServerStartedAsync(stoppingToken);
            while (!await KeepAsync(prefix, stoppingToken)) await Task.Delay(TryAgain, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The switch goes on by itself: conversations outlive us.
            log.LogInformation("The switch is left running");
        }
    }

    private async Task<bool> KeepAsync(string prefix, CancellationToken stopping)
    {
        try
        {
            var settings = new SwitchSettings { RunFolder = installation.SwitchFolder, Prefix = prefix, Events = EventsAddress() };
            var host = new SwitchHost(settings, logs.CreateLogger<SwitchHost>());
            var control = new AriClient(host.Identity.Control, SwitchIdentity.ControlUser, host.Identity.ControlPassword);
            var hand = new AsteriskSwitch(control, link, settings.RecordingFolder, installation.Trunks, (prospect, cancel) => new(hopper.NumberOfAsync(prospect, cancel)), line.Tell, clock, logs.CreateLogger<AsteriskSwitch>());
            var hearing = hand.RunAsync(stopping);
            made.TrySetResult((host, hand));
            await host.StartAsync(stopping);
            Trouble = null;
            await Task.WhenAll(hearing, host.WatchAsync(hand.Died, stopping));
            return true;
        }
        catch (SwitchUnusableException unusable)
        {
            Trouble = unusable.Message;
            log.LogError("There is no switch, and nothing is dialled: {Reason}", unusable.Message);
            return false;
        }
    }

    private async Task ServerStartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stopping);
    }

    private Uri EventsAddress()
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri($"ws://127.0.0.1:{new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)).Port}{EventsPath}");
    }
}
