using System.Net;
using System.Net.Sockets;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>A foreign carrier works by its settings alone, and its last word is understood.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class ForeignCarrierContract(SwitchRoom room)
{
    private const string Number = "+33145678901";
    private readonly Exchange exchange = room.Exchange;

    [Theory]
    [InlineData(486, Outcome.Busy)]
    [InlineData(404, Outcome.Unallocated)]
    [InlineData(503, Outcome.Congested)]
    [InlineData(603, Outcome.Declined)]
    [InlineData(480, Outcome.NoAnswer)]
    [InlineData(403, Outcome.Congested)]
    public async Task A_refusal_keeps_its_meaning(int code, Outcome expected)
    {
        using var carrier = await Answer("refusing", CarrierScenarios.Refuse(code));
        var failed = await exchange.Ear.NextAsync<CallFailed>(exchange.Dial(Number, "refusing"));
        (failed.Outcome, failed.Code).Should().Be((expected, $"{code}"));
        (await carrier.SucceededAsync()).Should().BeTrue();
        carrier.Messages.Should().Contain($"INVITE sip:{Number}@").And.Contain("<sip:+33123456789@", "the caller ID is shown").And.NotContain("X-Plateau");
    }

    [Fact]
    public async Task A_carrier_that_never_says_a_word_is_dead()
    {
        using var deaf = new UdpClient(new IPEndPoint(IPAddress.Parse(SwitchRoom.CarrierHost), room.PortOf("dead")));
        (await exchange.Ear.NextAsync<CallFailed>(exchange.Dial(Number, "dead", ringSeconds: 2))).Outcome.Should().Be(Outcome.CarrierDead);
    }

    [Fact]
    public async Task An_answer_that_crosses_our_cancel_is_hung_up_on()
    {
        using var carrier = await Answer("late", CarrierScenarios.AnswerAfterCancel);
        var attempt = exchange.Dial(Number, "late", ringSeconds: 30);
        await exchange.Ear.NextAsync<CallRang>(attempt);
        exchange.Switch.Carry(new HangUp(attempt));
        (await exchange.Ear.NextAsync<CallFailed>(attempt)).Outcome.Should().Be(Outcome.Cancelled);
        (await carrier.SucceededAsync()).Should().BeTrue("the late answer is acknowledged and ended with BYE");
        exchange.Ear.Of(attempt).Should().NotContain(signal => signal is CallAnswered);
    }

    [Fact]
    public async Task A_carrier_that_answers_and_vanishes_does_not_keep_its_line()
    {
        using var carrier = await Answer("vanishing", CarrierScenarios.Vanish);
        var attempt = exchange.Dial(Number, "vanishing");
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        await exchange.Ear.NextAsync<CallEnded>(attempt);
    }

    [Fact]
    public async Task A_carrier_that_asks_for_the_account_gets_it()
    {
        using var carrier = await Answer("asking", CarrierScenarios.AskThenBusy("plateau-account", "a-password"));
        (await exchange.Ear.NextAsync<CallFailed>(exchange.Dial(Number, "asking"))).Outcome.Should().Be(Outcome.Busy);
        carrier.Messages.Should().NotContain("a-password");
    }

    [Fact]
    public async Task A_trunk_that_nobody_entered_dials_nothing() =>
        (await exchange.Ear.NextAsync<CallFailed>(exchange.Dial(Number, "unknown"))).Should().Match<CallFailed>(f => f.Outcome == Outcome.Undialable && f.Code == "trunk-unknown");

    [Theory]
    [InlineData("Main Line", "carrier.example", null, "trunk-name")]
    [InlineData("agent-x", "carrier.example", null, "trunk-name")]
    [InlineData("main", "sip:carrier.example;x=y", null, "trunk-host")]
    [InlineData("main", null, null, "trunk-host")]
    [InlineData("main", "carrier.example", "me", "trunk-password")]
    [InlineData("main", "carrier.example", null, "trunk-registers", true)]
    public void A_trunk_with_a_flaw_says_what_to_mend(string name, string? host, string? user, string reason, bool registers = false) =>
        new TrunkSettings { Name = name, Host = host, User = user, Registers = registers }.Flaws().Select(flaw => flaw.Reason).Should().Contain(reason);

    private Task<Sipp> Answer(string carrier, string scenario) => Sipp.AnswerAsync(SwitchRoom.CarrierHost, room.PortOf(carrier), scenario);
}
