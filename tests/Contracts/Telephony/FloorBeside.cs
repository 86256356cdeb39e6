using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Switch;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>Our side of a switch that somebody else runs: a door for its socket, and our adapter behind it. It can go, and another come.</summary>
internal sealed class FloorBeside : IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly AriLink link = new(NullLogger<AriLink>.Instance);
    private readonly WebApplication door;
    private readonly Task hearing;

    private FloorBeside(WebApplication door, SwitchElsewhere there, string recordings, TrunkSettings trunk, string number)
    {
        this.door = door;
        Hand = new AsteriskSwitch(there.Control, link, recordings, [trunk], (_, _) => ValueTask.FromResult<string?>(number), Ear.Hear, SystemClock.Instance, NullLogger<AsteriskSwitch>.Instance);
        door.UseWebSockets();
        door.Map("/switch/events", async (HttpContext context) =>
        {
            if (!there.Admits(context.Request.Headers.Authorization)) return;
            using var socket = await context.WebSockets.AcceptWebSocketAsync("ari");
            await link.RunAsync(socket, context.Request.Headers.ContainsKey(SocketKeeper.Header), context.RequestAborted);
        });
        hearing = Hand.RunAsync(leaving.Token);
    }

    public AsteriskSwitch Hand { get; }

    public FloorEar Ear { get; } = new();

    /// <param name="number">Whom every call is to reach.</param>
    public static async Task<FloorBeside> OpenAsync(int port, SwitchElsewhere there, string recordings, TrunkSettings trunk, string number)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var floor = new FloorBeside(builder.Build(), there, recordings, trunk, number);
        await floor.door.StartAsync(TestContext.Current.CancellationToken);
        return floor;
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        link.Drop();
        await door.DisposeAsync();
        await hearing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        leaving.Dispose();
    }
}
