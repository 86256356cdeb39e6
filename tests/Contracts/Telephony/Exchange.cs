using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Recordings;
using Plateau.Telephony.Switch;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>
/// A real Asterisk with our adapter before it, put together as the server does it. Our side can leave and come back
/// while the switch goes on.
/// </summary>
internal sealed class Exchange : IAsyncDisposable
{
    private static long counted;

    private readonly CancellationTokenSource leaving = new();
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<ProspectId, string> numbers = new();
    private Task hearing = Task.CompletedTask, watching = Task.CompletedTask;

    private int socketsOpened;

    private Exchange(WebApplication app, SwitchHost host, IReadOnlyList<TrunkSettings> trunks)
    {
        this.app = app;
        Host = host;
        Link = new AriLink(NullLogger<AriLink>.Instance);
        Control = new AriClient(host.Identity.Control, SwitchIdentity.ControlUser, host.Identity.ControlPassword);
        Shelf = new RecordingShelf(host.Settings.RecordingFolder);
        Switch = new AsteriskSwitch(Control, Link, host.Settings.RecordingFolder, trunks,
            (dial, _) => ValueTask.FromResult(numbers.GetValueOrDefault(dial.Prospect)), Ear.Hear, SystemClock.Instance, Log);
    }

    public SwitchHost Host { get; }
    public AriLink Link { get; }
    public AriClient Control { get; }
    public AsteriskSwitch Switch { get; }
    public RecordingShelf Shelf { get; }
    public FloorEar Ear { get; } = new();
    public KeptLog<AsteriskSwitch> Log { get; } = new();
    public int SocketsOpened => socketsOpened;
    public bool TookOver { get; private set; }

    /// <summary>Starts our side, and the switch when it does not run yet; returns when the switch was counted.</summary>
    public static async Task<Exchange> OpenAsync(string folder, params TrunkSettings[] trunks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        Exchange? exchange = null;
        app.Map("/switch/events", async (HttpContext context) =>
        {
            if (exchange is null || exchange.leaving.IsCancellationRequested || !context.WebSockets.IsWebSocketRequest || !exchange.Host.Identity.Admits(context.Request.Headers.Authorization))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            Interlocked.Increment(ref exchange.socketsOpened);
            using var socket = await context.WebSockets.AcceptWebSocketAsync("ari");
            await exchange.Link.RunAsync(socket, context.Request.Headers.ContainsKey(SocketKeeper.Header), context.RequestAborted);
        });
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        var host = new SwitchHost(
            new SwitchSettings { RunFolder = folder, Prefix = Provisioned.Asterisk, Events = new Uri($"ws://127.0.0.1:{port}/switch/events") },
            NullLogger<SwitchHost>.Instance);
        exchange = new Exchange(app, host, [TrunkSettings.Practice, .. trunks]);
        exchange.hearing = exchange.Switch.RunAsync(exchange.leaving.Token);
        try
        {
            exchange.TookOver = await host.StartAsync(CancellationToken.None);
            exchange.watching = host.WatchAsync(exchange.Switch.Died, exchange.leaving.Token);
            await exchange.Ear.NextAsync<SwitchConnected>(_ => true);
            return exchange;
        }
        catch
        {
            await exchange.DisposeAsync();
            throw;
        }
    }

    public static AttemptId NewAttempt() => new($"t{Environment.ProcessId}-{Interlocked.Increment(ref counted)}-{Guid.NewGuid().ToString("N")[..6]}");

    /// <summary>Dials a number as the floor would.</summary>
    public AttemptId Dial(string number, string trunk = "practice", double ringSeconds = 5, bool detect = false, AttemptId? attempt = null, string? notice = null)
    {
        var prospect = new ProspectId(Interlocked.Increment(ref counted));
        numbers[prospect] = number;
        var id = attempt ?? NewAttempt();
        Switch.Carry(new Dial(id, new CampaignId("test"), prospect, new TrunkId(trunk), "+33123456789", Duration.FromSeconds(ringSeconds), detect) { Notice = notice });
        return id;
    }

    /// <summary>Brings a customer who waits and a practice agent together.</summary>
    public async Task<(AttemptId Attempt, AgentId Agent)> ConverseAsync(string agentName, string number = "+33100000000", string trunk = "practice")
    {
        var agent = new AgentId(agentName);
        await Switch.ServeAsync(AgentEndpoint.Practising(agent, Host.PracticeSide), CancellationToken.None);
        var attempt = Dial(number, trunk);
        await Ear.NextAsync<CallAnswered>(attempt);
        Switch.Carry(new OfferTo(attempt, agent, 1, new CampaignId("test"), new ProspectId(1)));
        await Ear.NextAsync<DeskAnswered>(attempt);
        Switch.Carry(new Join(attempt, agent, 1));
        await Ear.NextAsync<CallJoined>(attempt);
        return (attempt, agent);
    }

    /// <summary>INVITEs that the practice line itself wrote down for an attempt.</summary>
    public int InvitesOf(AttemptId attempt) => File.Exists(Host.Settings.PracticeLog) ? File.ReadLines(Host.Settings.PracticeLog).Count(line => line.EndsWith(" " + attempt.Value, StringComparison.Ordinal)) : 0;

    /// <summary>Our side goes, as when our process ends; the switch and its calls stay.</summary>
    public async Task LeaveAsync()
    {
        await leaving.CancelAsync();
        Link.Drop();
        await app.StopAsync();
        await app.DisposeAsync();
        await Task.WhenAll(Quietly(hearing), Quietly(watching));
        Host.Dispose();
        Control.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await Quietly(watching);
        await Host.StopAsync(CancellationToken.None);
        await LeaveAsync();
        leaving.Dispose();
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // It was asked to end, and so it did.
        }
    }
}
