using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.House;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Sound;
using Plateau.Telephony.Trunks;

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
            await using var floor = await FloorBeside.OpenAsync(events.Port, there, Path.Combine(folder, "spool", "recording"), Speaking(carrier), "+33145678901");
            await floor.Ear.NextAsync<SwitchConnected>(_ => true);
            var attempt = Exchange.NewAttempt();
            floor.Hand.Carry(new Dial(attempt, new CampaignId("test"), new ProspectId(1), new TrunkId("speaking"), "+33123456789", Duration.FromSeconds(5), false));
            await floor.Ear.NextAsync<CallAnswered>(attempt);
            floor.Hand.Carry(new HangUp(attempt));
            await floor.Ear.NextAsync<CallEnded>(attempt);
        }
        finally
        {
            await EndSomebodysAsync();
        }
    }

    [Fact]
    public async Task Its_socket_is_held_for_us_and_nobody_is_kept_in_silence_while_we_are_away()
    {
        var sound = Path.Combine(folder, "who-called");
        WaveFile.Write(sound + ".wav", Voice.Murmur(210, [.. Enumerable.Repeat(4, 4)]));
        using var carrier = new SpeakingCarrier();
        var identity = await SomebodysAsync();
        using var there = Held(identity);
        var keeper = new SocketKeeper(Path.Combine(folder, "held"), there.Kept!, SwitchSettings.OwnProgram, TimeSpan.FromSeconds(60));
        try
        {
            var attempt = Exchange.NewAttempt();
            var first = await FloorAsync();
            await using (first)
            {
                await first.Ear.NextAsync<SwitchConnected>(_ => true);
                first.Hand.Carry(new Dial(attempt, new CampaignId("test"), new ProspectId(1), new TrunkId("speaking"), "+33123456789", Duration.FromSeconds(5), false) { Notice = sound });
                await first.Ear.NextAsync<CallAnswered>(attempt);
            }

            await Eventually.HoldsAsync(async () => !await there.Control.LivesAsync($"{attempt}-customer", CancellationToken.None), "who called was told, and the call ended");
            await using var second = await FloorAsync();

            // On a slow machine they may have been told by our own hand before it went.
            IEnumerable<Signal> Heard() => first.Ear.Of(attempt).Concat(second.Ear.Of(attempt));
            await Eventually.HoldsAsync(() => Heard().OfType<CallEnded>().Any(), "the floor hears of the end");
            Heard().OfType<SilenceBroken>().Should().ContainSingle().Which.Notice.Should().Be(sound);
        }
        finally
        {
            keeper.End();
            await EndSomebodysAsync();
        }

        async Task<FloorBeside> FloorAsync()
        {
            var port = FreePorts.Tcp();
            var floor = await FloorBeside.OpenAsync(port, there, Path.Combine(folder, "spool", "recording"), Speaking(carrier), "+33145678901");
            keeper.Point(new Uri($"ws://127.0.0.1:{port}/switch/events"));
            await keeper.EnsureAsync(TestContext.Current.CancellationToken);
            await keeper.ListensAsync(TestContext.Current.CancellationToken);
            return floor;
        }
    }

    [Fact]
    public async Task Where_the_settings_say_so_its_socket_is_held_over_the_end_of_the_server()
    {
        var identity = await SomebodysAsync();
        try
        {
            await using var plateau = await RunningPlateau.StartAsync(settings:
                $$$"""{"switch":{"url":"http://127.0.0.1:{{{identity.ControlPort}}}/ari","user":"{{{SwitchIdentity.ControlUser}}}","password":"{{{identity.ControlPassword}}}","eventsPassword":"{{{identity.EventsPassword}}}","keeper":"{{{identity.Keeper}}}"}}""");
            var number = Path.Combine(plateau.Folder, "switch", "elsewhere", "keeper.pid");
            await ReadyAsync(plateau);
            var holder = await File.ReadAllTextAsync(number, TestContext.Current.CancellationToken);

            await plateau.RestartAsync(() => Task.CompletedTask);

            await ReadyAsync(plateau);
            (await File.ReadAllTextAsync(number, TestContext.Current.CancellationToken)).Should().Be(holder, "it is the same that held it before");
            using var alive = Process.GetProcessById(int.Parse(holder, CultureInfo.InvariantCulture));
            alive.Kill();
            await Eventually.HoldsAsync(async () => await File.ReadAllTextAsync(number, CancellationToken.None) != holder, "another is started");
            await ReadyAsync(plateau);
            using var last = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(number, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
            last.Kill();
        }
        finally
        {
            await EndSomebodysAsync();
        }

        static Task ReadyAsync(RunningPlateau plateau) => Eventually.HoldsAsync(async () =>
        {
            using var client = plateau.With(null);
            return (await client.AskAsync("GET", "ready")).Json.GetProperty("needs").EnumerateArray().Any(need => need.Text("name") == "switch" && need.Text("ready") == "True");
        }, "the switch is ready");
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
    [InlineData("http://10.0.0.5:8088/ari", "plateau", "x", "y", "switch.keeper", "127.0.0.1")]
    [InlineData("http://10.0.0.5:8088/ari", "plateau", "x", "y", "switch.keeper", "plateau.example:8089")]
    public void A_setting_that_cant_be_right_is_named(string url, string user, string password, string events, string place, string? keeper = null) =>
        FluentActions.Invoking(() => new SwitchElsewhere(url, user, password, events, keeper)).Should().Throw<SwitchUnusableException>().WithMessage($"*{place}*");

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

    /// <summary>Somebody started a switch and went away; nothing holds its socket.</summary>
    private async Task<SwitchIdentity> SomebodysAsync()
    {
        var somebody = await Exchange.OpenAsync(folder);
        var host = somebody.Host;
        await somebody.LeaveAsync();
        using (var holder = Process.GetProcessById(host.KeeperId!.Value)) holder.Kill();
        await Eventually.HoldsAsync(() => host.KeeperId is null, "nothing holds its socket");
        return host.Identity;
    }

    private async Task EndSomebodysAsync()
    {
        using var host = new SwitchHost(new SwitchSettings { RunFolder = folder, Prefix = Provisioned.Asterisk, Events = new Uri("ws://127.0.0.1:1/switch/events") }, NullLogger<SwitchHost>.Instance);
        await host.StopAsync(CancellationToken.None);
    }

    private static SwitchElsewhere Held(SwitchIdentity identity) =>
        new($"http://127.0.0.1:{identity.ControlPort}/ari", SwitchIdentity.ControlUser, identity.ControlPassword, identity.EventsPassword, identity.Keeper.ToString());

    private static async Task<string> TroubleOf(string url, string user, string password)
    {
        using var there = new SwitchElsewhere(url, user, password, "events");
        return (await FluentActions.Awaiting(() => there.CheckAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<SwitchUnusableException>()).Which.Message;
    }

    private static TrunkSettings Speaking(SpeakingCarrier carrier) => new() { Name = "speaking", Host = SwitchRoom.CarrierHost, Port = carrier.Port };
}
