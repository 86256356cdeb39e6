using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Contracts.House;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Switch;

namespace Plateau.Contracts.Telephony;

/// <summary>A switch that somebody else runs is used by its address alone, and says what it lacks.</summary>
public sealed class SwitchElsewhereContract : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-elsewhere-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_carries_calls_by_its_address_alone()
    {
        using var carrier = new SpeakingCarrier();
        // Somebody started it, and went away.
        var somebody = await Exchange.OpenAsync(folder);
        var (identity, events) = (somebody.Host.Identity, somebody.Host.Settings.Events);
        await somebody.LeaveAsync();
        try
        {
            using var there = new SwitchElsewhere($"http://127.0.0.1:{identity.ControlPort}/ari", SwitchIdentity.ControlUser, identity.ControlPassword, identity.EventsPassword);
            await there.CheckAsync(TestContext.Current.CancellationToken);
            var (ear, link) = (new FloorEar(), new AriLink(NullLogger<AriLink>.Instance));
            await using var door = await OpenDoorAsync(events.Port, there, link);
            var hand = new AsteriskSwitch(there.Control, link, Path.Combine(folder, "spool", "recording"),
                [new() { Name = "speaking", Host = SwitchRoom.CarrierHost, Port = carrier.Port }],
                (_, _) => ValueTask.FromResult<string?>("+33145678901"), ear.Hear, SystemClock.Instance, NullLogger<AsteriskSwitch>.Instance);
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var hearing = hand.RunAsync(leaving.Token);
            await ear.NextAsync<SwitchConnected>(_ => true);
            var attempt = Exchange.NewAttempt();
            hand.Carry(new Dial(attempt, new CampaignId("test"), new ProspectId(1), new TrunkId("speaking"), "+33123456789", Duration.FromSeconds(5), false));
            await ear.NextAsync<CallAnswered>(attempt);
            hand.Carry(new HangUp(attempt));
            await ear.NextAsync<CallEnded>(attempt);
            await leaving.CancelAsync();
            link.Drop();
            await hearing.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        finally
        {
            using var host = new SwitchHost(new SwitchSettings { RunFolder = folder, Prefix = Provisioned.Asterisk, Events = events }, NullLogger<SwitchHost>.Instance);
            await host.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task What_it_lacks_is_said_with_place_and_remedy()
    {
        await using var somebody = await Exchange.OpenAsync(folder);
        var url = $"http://127.0.0.1:{somebody.Host.Identity.ControlPort}/ari";
        (await TroubleOf($"http://127.0.0.1:{FreePorts.Tcp()}/ari", "plateau", "x")).Should().Contain("No switch answers at").And.Contain("switch.url");
        (await TroubleOf(url, "plateau", "guessed")).Should().Contain("refuses user plateau").And.Contain("ari.conf");
        (await TroubleOf(url.Replace("/ari", "/other/ari", StringComparison.Ordinal), "plateau", somebody.Host.Identity.ControlPassword)).Should().Contain("no switch (404)").And.Contain("switch.url");
    }

    [Theory]
    [InlineData("10.0.0.5:8088", "plateau", "x", "y", "switch.url")]
    [InlineData("http://10.0.0.5:8088/", "plateau", "x", "y", "switch.url")]
    [InlineData("http://10.0.0.5:8088/ari", "plateau", "", "y", "switch.user")]
    [InlineData("http://10.0.0.5:8088/ari/", "plateau", "x", "", "switch.eventsPassword")]
    public void A_setting_that_cant_be_right_is_named(string url, string user, string password, string events, string place) =>
        FluentActions.Invoking(() => new SwitchElsewhere(url, user, password, events)).Should().Throw<SwitchUnusableException>().WithMessage($"*{place}*");

    [Fact]
    public void The_page_shows_what_the_other_side_must_have()
    {
        var page = File.ReadAllText(Checkout.At("docs", "operations.md"));
        var asked = SwitchTerms.Ask(new Uri("wss://plateau.example/switch/events"), "plateau", "a-password", "another-password", IPEndPoint.Parse("10.0.0.5:5070"), IPEndPoint.Parse("10.0.0.5:5060"));
        foreach (var (file, text) in asked) page.Should().Contain($"; {file}\n{text.TrimEnd()}\n", "the page must show {0} as it is; it should be\n{1}", file, text);
    }

    [Fact]
    public async Task Our_own_switch_is_configured_with_the_same_words()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (identity, settings) = (exchange.Host.Identity, exchange.Host.Settings);
        var asked = SwitchTerms.Ask(identity.KeeperAddress, SwitchIdentity.ControlUser, identity.ControlPassword, identity.EventsPassword, exchange.Host.House, new(settings.CarrierAddress, identity.CarrierPort));
        foreach (var file in asked.Keys.Except(["pjsip.conf"]))
            File.ReadAllText(Path.Combine(settings.ConfigurationFolder, file)).Should().Contain(asked[file]);
    }

    private static async Task<string> TroubleOf(string url, string user, string password)
    {
        using var there = new SwitchElsewhere(url, user, password, "events");
        return (await FluentActions.Awaiting(() => there.CheckAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<SwitchUnusableException>()).Which.Message;
    }

    private static async Task<WebApplication> OpenDoorAsync(int port, SwitchElsewhere there, AriLink link)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var door = builder.Build();
        door.UseWebSockets();
        door.Map("/switch/events", async (HttpContext context) =>
        {
            if (!there.Admits(context.Request.Headers.Authorization)) return;
            using var socket = await context.WebSockets.AcceptWebSocketAsync("ari");
            await link.RunAsync(socket, context.RequestAborted);
        });
        await door.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }
}
