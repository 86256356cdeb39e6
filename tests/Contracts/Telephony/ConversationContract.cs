using System.Buffers.Binary;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Record = Plateau.Core.Prospecting.Record;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Telephony;

/// <summary>Customer and agent hear each other; holds, recordings and hang-ups do what their names say.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class ConversationContract(SwitchRoom room)
{
    private readonly Exchange exchange = room.Exchange;

    [Fact]
    public async Task A_recording_covers_what_was_said_between_its_start_and_its_stop()
    {
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var recording = new RecordingId($"{attempt}-quality");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Start, "quality"));
        var began = await exchange.Ear.NextAsync<RecordingBegan>(signal => signal.Recording == recording);
        await Eventually.HoldsAsync(() => FileSeconds(recording) >= 2, "two seconds were recorded");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Stop, "quality"));
        var ended = await exchange.Ear.NextAsync<RecordingEnded>(signal => signal.Recording == recording);
        exchange.Switch.Carry(new HangUp(attempt));
        await exchange.Ear.NextAsync<CallEnded>(attempt);

        ended.Complete.Should().BeTrue();
        ended.Length.TotalSeconds.Should().BeApproximately((ended.At - began.At).TotalSeconds, 1);
        var file = exchange.Shelf.FileOf(recording);
        WaveFile.Measure(file).Sound.Should().BeTrue();
        Loudest(file).Should().BeGreaterThan(3000, "both spoke");
    }

    [Fact]
    public async Task What_is_said_in_a_pause_is_not_recorded()
    {
        var (attempt, _) = await exchange.ConverseAsync("bela");
        var recording = new RecordingId($"{attempt}-proof");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Start, "proof"));
        await Eventually.HoldsAsync(() => FileSeconds(recording) >= 0.5, "half a second was recorded");
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Pause, "proof"));
        await Eventually.HoldsAsync(async () => (await exchange.Control.LiveRecordingAsync(recording.Value, CancellationToken.None))?.State == "paused", "it is paused");
        var before = FileSeconds(recording);
        var atPause = exchange.Ear.All.Count;
        var other = exchange.Dial("+33100000044");
        await exchange.Ear.NextAsync<CallEnded>(other);
        exchange.Switch.Carry(new Record(recording, attempt, RecordingCommand.Resume, "proof"));
        exchange.Switch.Carry(new HangUp(attempt));
        var ended = await exchange.Ear.NextAsync<RecordingEnded>(signal => signal.Recording == recording, after: atPause);
        ended.Complete.Should().BeTrue();
        ended.Length.TotalSeconds.Should().BeLessThan(before + 1.5, "the three seconds of the other call fell into the pause");
    }

    [Fact]
    public async Task A_held_customer_hears_music_and_comes_back()
    {
        var (attempt, _) = await exchange.ConverseAsync("carl");
        exchange.Switch.Carry(new Hold(attempt, true));
        await Eventually.HoldsAsync(async () => await BridgeOf($"{attempt}-customer") is null, "the customer is held");
        exchange.Switch.Carry(new Hold(attempt, false));
        await Eventually.HoldsAsync(async () => await BridgeOf($"{attempt}-customer") == $"{attempt}-bridge", "the customer is back");
        exchange.Switch.Carry(new HangUp(attempt));
        await exchange.Ear.NextAsync<CallEnded>(attempt);
        await Eventually.HoldsAsync(async () => (await exchange.Control.BridgesAsync(CancellationToken.None)).All(bridge => bridge.Id != $"{attempt}-bridge"), "the bridge is gone");
    }

    [Fact]
    public async Task An_agents_telephone_that_falls_silent_is_told()
    {
        var (attempt, agent) = await exchange.ConverseAsync("dora");
        await exchange.Control.HangUpAsync($"{attempt}-1-agent", 16, CancellationToken.None);
        (await exchange.Ear.NextAsync<DeskReleased>(attempt)).Agent.Should().Be(agent);
        exchange.Switch.Carry(new HangUp(attempt));
        await exchange.Ear.NextAsync<CallEnded>(attempt);
    }

    [Fact]
    public async Task An_offer_to_an_agent_without_a_telephone_is_missed()
    {
        var attempt = exchange.Dial("+33100000001");
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new OfferTo(attempt, new AgentId("nobody"), 1, new CampaignId("test"), new ProspectId(1)));
        (await exchange.Ear.NextAsync<DeskMissed>(attempt)).Reason.Should().Be("no-telephone");
        exchange.Switch.Carry(new HangUp(attempt));
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("Jean-Luc O'Brien")]
    [InlineData("née@centre.ma")]
    public void An_agents_endpoint_can_be_read_back(string agent) =>
        AgentEndpoint.AgentOf(AgentEndpoint.NameOf(new AgentId(agent))).Should().Be(new AgentId(agent));

    private double FileSeconds(RecordingId recording)
    {
        var file = exchange.Shelf.FileOf(recording);
        return File.Exists(file) ? (new FileInfo(file).Length - 44) / 16000.0 : 0;
    }

    private static int Loudest(string file) =>
        File.ReadAllBytes(file).Skip(44).Chunk(2).Where(pair => pair.Length == 2).Max(pair => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(pair)));

    private async Task<string?> BridgeOf(string channel) =>
        (await exchange.Control.BridgesAsync(CancellationToken.None)).FirstOrDefault(bridge => bridge.Channels.Contains(channel))?.Id;
}
