using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Record = Plateau.Core.Prospecting.Record;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Telephony;

/// <summary>A crash of ours drops no conversation; a crash of the switch is told, mended and counted.</summary>
public sealed class SwitchDeathContract : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-death-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_dead_switch_is_told_started_again_and_its_recording_mended()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var recording = new RecordingId($"{attempt}-quality");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Start, "quality"));
        await exchange.Ear.NextAsync<RecordingBegan>(signal => signal.Recording == recording);
        await Eventually.HoldsAsync(() => new FileInfo(exchange.Shelf.FileOf(recording)).Length > 32000, "a second was recorded");
        var former = exchange.Host.ProcessId!.Value;
        var before = exchange.Ear.All.Count;

        Process.GetProcessById(former).Kill();

        await exchange.Ear.NextAsync<SwitchLost>(signal => signal.Died, after: before);
        var census = await exchange.Ear.NextAsync<SwitchConnected>(_ => true, after: before);
        census.Attempts.Should().BeEmpty();
        exchange.Host.ProcessId.Should().NotBe(former);
        var ended = await exchange.Ear.NextAsync<RecordingEnded>(signal => signal.Recording == recording, after: before);
        ended.Complete.Should().BeFalse();
        ended.Length.TotalSeconds.Should().BeGreaterThan(0.9);
        WaveFile.Measure(exchange.Shelf.FileOf(recording)).Sound.Should().BeTrue("its header was mended");

        (await exchange.ConverseAsync("anna")).Attempt.Should().NotBe(attempt, "calls can be made again, with the agent's telephone pushed anew");
    }

    [Fact]
    public async Task A_switch_whose_ports_others_took_while_it_did_not_run_starts_at_new_ones()
    {
        var first = await Exchange.OpenAsync(folder);
        var (former, settings) = (first.Host.Identity, first.Host.Settings);
        await first.DisposeAsync();
        // A process that was killed has its ports a moment longer than its name.
        await Eventually.HoldsAsync(() => FreePorts.HasTcp(IPAddress.Loopback, former.ControlPort) && FreePorts.HasTcp(IPAddress.Loopback, former.KeeperPort), "nobody holds its socket any more");
        using var control = Taken(SocketType.Stream, IPAddress.Loopback, former.ControlPort);
        using var held = Taken(SocketType.Stream, IPAddress.Loopback, former.KeeperPort);
        using var house = Taken(SocketType.Dgram, settings.HouseAddress, former.HousePort);
        using var practice = Taken(SocketType.Dgram, settings.PracticeAddress, former.PracticePort);

        await using var second = await Exchange.OpenAsync(folder);

        var now = second.Host.Identity;
        int[] chosenAnew = [now.ControlPort, now.KeeperPort, now.HousePort, now.PracticePort];
        chosenAnew.Should().NotIntersectWith([former.ControlPort, former.KeeperPort, former.HousePort, former.PracticePort]);
        now.CarrierPort.Should().Be(former.CarrierPort, "nobody took that one");
        now.ControlPassword.Should().Be(former.ControlPassword);
        SwitchIdentity.Read(folder).Should().Be(now, "the next process finds it there");
        await second.ConverseAsync("anna");
    }

    /// <summary>Somebody else's port from now on.</summary>
    private static Socket Taken(SocketType kind, IPAddress address, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, kind, kind == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address, port));
        if (kind == SocketType.Stream) socket.Listen();
        return socket;
    }

    [Fact]
    public async Task A_second_process_of_ours_finds_the_conversation_where_the_first_left_it()
    {
        var first = await Exchange.OpenAsync(folder);
        var (attempt, agent) = await first.ConverseAsync("anna");
        var recording = new RecordingId($"{attempt}-quality");
        first.Switch.Carry(new Record(recording, attempt, RecordingCommand.Start, "quality"));
        await first.Ear.NextAsync<RecordingBegan>(signal => signal.Recording == recording);
        var ringing = first.Dial("+33100000065", ringSeconds: 60);
        await first.Ear.NextAsync<CallRang>(ringing);
        await first.LeaveAsync();

        await using var second = await Exchange.OpenAsync(folder);

        second.TookOver.Should().BeTrue();
        var census = await second.Ear.NextAsync<SwitchConnected>(_ => true);
        census.Attempts.Should().BeEquivalentTo([attempt, ringing]);
        census.Answered.Should().Equal(attempt);
        census.Desks.Should().Equal(attempt);
        census.Joined.Should().Equal(attempt);
        census.Recordings.Should().Equal(recording);
        second.Switch.Carry(new HangUp(attempt));
        (await second.Ear.NextAsync<RecordingEnded>(signal => signal.Recording == recording)).Complete.Should().BeTrue();
        await second.Ear.NextAsync<CallEnded>(attempt);
        second.Switch.Carry(new HangUp(ringing));
        (await second.Ear.NextAsync<CallFailed>(ringing)).Outcome.Should().Be(Outcome.Cancelled);
        agent.Should().NotBeNull();
    }

    [Fact]
    public async Task A_cut_socket_is_told_and_the_switch_is_counted_again()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var before = exchange.Ear.All.Count;

        exchange.Link.Drop();

        (await exchange.Ear.NextAsync<SwitchLost>(_ => true, after: before)).Died.Should().BeFalse();
        (await exchange.Ear.NextAsync<SwitchConnected>(_ => true, after: before)).Joined.Should().Equal(attempt);
    }

    [Fact]
    public async Task A_floor_built_anew_is_told_how_things_stand_and_the_socket_stays()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var recording = new RecordingId($"{attempt}-quality");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Start, "quality"));
        await exchange.Ear.NextAsync<RecordingBegan>(signal => signal.Recording == recording);
        var sockets = exchange.SocketsOpened;
        var before = exchange.Ear.All.Count;

        exchange.Switch.Recount();

        (await exchange.Ear.NextAsync<SwitchLost>(_ => true, after: before)).Died.Should().BeFalse("nothing is dialled during a count");
        var census = await exchange.Ear.NextAsync<SwitchConnected>(_ => true, after: before);
        census.Joined.Should().Equal(attempt);
        census.Recordings.Should().Equal(recording);
        exchange.SocketsOpened.Should().Be(sockets);
    }

    [Theory]
    [InlineData("messages.log")]
    [InlineData("practice.log")]
    public async Task A_log_that_grew_too_long_is_set_aside_at_the_next_start(string name)
    {
        var log = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "log")).FullName, name);
        using (var grown = File.Create(log)) grown.SetLength((20 << 20) + 1);
        await using var exchange = await Exchange.OpenAsync(folder);
        new FileInfo(log + ".1").Length.Should().Be((20 << 20) + 1);
        (File.Exists(log) ? new FileInfo(log).Length : 0).Should().BeLessThan(10_000);
    }

    [Fact]
    public async Task Nothing_is_dialled_while_the_switch_is_away()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        await exchange.Host.StopAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => !exchange.Switch.IsReady, "the loss was noticed");
        var attempt = exchange.Dial("+33100000000");
        (await exchange.Ear.NextAsync<CallFailed>(attempt)).Outcome.Should().Be(Outcome.Interrupted);
    }
}
