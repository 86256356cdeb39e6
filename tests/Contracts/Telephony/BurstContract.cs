using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Record = Plateau.Core.Prospecting.Record;

namespace Plateau.Contracts.Telephony;

/// <summary>Many calls at one moment: each is made, and each leaves nothing behind.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class BurstContract(SwitchRoom room)
{
    private readonly Exchange exchange = room.Exchange;

    /// <summary>Asterisk takes a new id that is the beginning of a living one for taken.</summary>
    [Fact]
    public async Task Attempt_1_is_dialled_while_attempt_10_talks()
    {
        var mark = Exchange.NewAttempt();
        var tenth = exchange.Dial("+33100000000", attempt: new($"{mark}-10"));
        await exchange.Ear.NextAsync<CallAnswered>(tenth);
        var first = exchange.Dial("+33100000080", attempt: new($"{mark}-1"));
        (await exchange.Ear.NextAsync<CallFailed>(first)).Outcome.Should().Be(Outcome.Busy);
        exchange.InvitesOf(first).Should().Be(1);
        exchange.Switch.Carry(new HangUp(tenth));
        await exchange.Ear.NextAsync<CallEnded>(tenth);
    }

    [Fact]
    public async Task Thirty_conversations_leave_no_bridge_behind()
    {
        // Others have warned before on the same switch, and some of them had to.
        var before = exchange.Log.Warnings.Count;
        for (var round = 0; round < 3; round++)
        {
            var talking = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => exchange.ConverseAsync($"burst-{number}")));
            foreach (var (attempt, _) in talking) exchange.Switch.Carry(new Record(RecordingOf(attempt), attempt, RecordingCommand.Start, "quality"));
            foreach (var (attempt, _) in talking) await exchange.Ear.NextAsync<RecordingBegan>(signal => signal.Recording == RecordingOf(attempt));
            foreach (var (attempt, _) in talking) exchange.Switch.Carry(new HangUp(attempt));
            foreach (var (attempt, _) in talking) await exchange.Ear.NextAsync<RecordingEnded>(signal => signal.Recording == RecordingOf(attempt));
        }
        await Eventually.HoldsAsync(async () => (await exchange.Control.BridgesAsync(CancellationToken.None)).All(bridge => !bridge.Id.EndsWith("-bridge", StringComparison.Ordinal)), "every bridge is gone");
        exchange.Log.Warnings.Skip(before).Should().BeEmpty("each hang-up went through all its steps");
    }

    /// <summary>The switch answers 409 for a bridge whose end is not yet through, 404 afterwards.</summary>
    [Fact]
    public async Task A_recorded_bridge_may_be_ended_twice_at_once()
    {
        for (var number = 0; number < 50; number++)
        {
            var bridge = $"{Exchange.NewAttempt()}-bridge";
            await exchange.Control.MakeBridgeAsync(bridge, CancellationToken.None);
            await exchange.Control.RecordAsync(bridge, bridge, CancellationToken.None);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => exchange.Control.EndBridgeAsync(bridge, CancellationToken.None)));
            await exchange.Control.StopRecordingAsync(bridge, CancellationToken.None);
        }
    }

    private static RecordingId RecordingOf(AttemptId attempt) => new($"{attempt}-quality");
}

/// <summary>The first moment after a start is like any other.</summary>
public sealed class FreshSwitchContract
{
    [Fact]
    public async Task Ten_calls_at_the_first_moment_are_ten_invites()
    {
        for (var start = 0; start < 4; start++)
        {
            var folder = Directory.CreateTempSubdirectory("plateau-fresh-").FullName;
            await using (var exchange = await Exchange.OpenAsync(folder))
            {
                var mark = Exchange.NewAttempt();
                // The last first, as a burst on ten connections may bring them.
                var attempts = Enumerable.Range(1, 10).Reverse().Select(number => exchange.Dial($"+331000000{80 + number % 4:00}", attempt: new($"{mark}-{number}"))).ToArray();
                foreach (var attempt in attempts) (await exchange.Ear.NextAsync<CallFailed>(attempt)).Outcome.Should().Be(Outcome.Busy);
                attempts.Select(exchange.InvitesOf).Should().OnlyContain(invites => invites == 1);
            }
            Directory.Delete(folder, recursive: true);
        }
    }
}
