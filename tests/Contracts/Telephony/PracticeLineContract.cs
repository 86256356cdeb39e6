using Plateau.Contracts.House;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Practice;

namespace Plateau.Contracts.Telephony;

/// <summary>The practice line does what its table says, over real SIP.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class PracticeLineContract(SwitchRoom room)
{
    private readonly Exchange exchange = room.Exchange;

    [Fact]
    public async Task Every_ending_has_the_outcome_of_the_table_and_one_invite()
    {
        var attempts = Enumerable.Range(0, 100).Select(ending => (Ending: ending, Attempt: exchange.Dial($"+331000000{ending:00}", ringSeconds: 4))).ToArray();
        var wrong = new List<string>();
        foreach (var (ending, attempt) in attempts)
        {
            var heard = await OutcomeOf(attempt, PracticeTable.CalleeOf(ending));
            var expected = Expected(PracticeTable.CalleeOf(ending));
            if (heard != expected) wrong.Add($"{ending:00}: {heard}, not {expected}");
        }
        wrong.Should().BeEmpty();
        foreach (var (_, attempt) in attempts) exchange.Switch.Carry(new HangUp(attempt));
        foreach (var (_, attempt) in attempts) exchange.InvitesOf(attempt).Should().Be(1);
    }

    [Theory]
    [InlineData("+33100000000", AnsweredBy.Human)]
    [InlineData("+33100000050", AnsweredBy.Machine)]
    [InlineData("+33100000096", AnsweredBy.Unsure)]
    public async Task Detection_tells_a_person_a_machine_and_silence_apart(string number, AnsweredBy expected)
    {
        var attempt = exchange.Dial(number, detect: true);
        (await exchange.Ear.NextAsync<CallAnswered>(attempt)).By.Should().Be(expected);
        exchange.Switch.Carry(new HangUp(attempt));
        await exchange.Ear.NextAsync<CallEnded>(attempt);
    }

    [Fact]
    public async Task A_call_withdrawn_while_it_rings_is_cancelled()
    {
        var attempt = exchange.Dial("+33100000065", ringSeconds: 30);
        await exchange.Ear.NextAsync<CallRang>(attempt);
        exchange.Switch.Carry(new HangUp(attempt));
        (await exchange.Ear.NextAsync<CallFailed>(attempt)).Outcome.Should().Be(Outcome.Cancelled);
    }

    [Fact]
    public async Task The_same_attempt_dialled_twice_rings_once()
    {
        var attempt = exchange.Dial("+33100000080");
        exchange.Dial("+33100000080", attempt: attempt);
        await exchange.Ear.NextAsync<CallFailed>(attempt);
        exchange.Dial("+33100000080", attempt: attempt);
        var later = exchange.Dial("+33100000080");
        await exchange.Ear.NextAsync<CallFailed>(later);
        exchange.InvitesOf(attempt).Should().Be(1);
        exchange.Ear.Of(attempt).OfType<CallFailed>().Should().ContainSingle();
    }

    [Theory]
    [InlineData("0899123456")]
    [InlineData("+3312345678&PJSIP/x")]
    [InlineData("+33123456789@127.0.0.9")]
    [InlineData("${CHANNEL}")]
    [InlineData("+33123456789\n")]
    [InlineData("112")]
    public async Task A_number_that_is_no_E164_never_reaches_the_switch(string number)
    {
        var attempt = exchange.Dial(number);
        (await exchange.Ear.NextAsync<CallFailed>(attempt)).Outcome.Should().Be(Outcome.Undialable);
        exchange.InvitesOf(attempt).Should().Be(0);
    }

    [Fact]
    public void The_page_shows_the_table_as_it_is() =>
        File.ReadAllText(Checkout.At("docs", "practice-line.md")).Should().Contain(string.Join('\n', PracticeTable.Lines()));

    [Fact]
    public void Every_ending_stands_in_exactly_one_row() =>
        Enumerable.Range(0, 100).Select(PracticeTable.MeaningOf).Should().HaveCount(100).And.NotContainNulls();

    private static string Expected(PracticeCallee callee) => callee switch
    {
        PracticeCallee.Person { Stays: not null } or PracticeCallee.Gone => "answered, left",
        PracticeCallee.Person or PracticeCallee.Machine or PracticeCallee.Silent => "answered",
        PracticeCallee.Absent => nameof(Outcome.NoAnswer),
        PracticeCallee.Refused { SipCode: 486 } => nameof(Outcome.Busy),
        PracticeCallee.Refused { SipCode: 404 } => nameof(Outcome.Unallocated),
        PracticeCallee.Refused { SipCode: 603 } => nameof(Outcome.Declined),
        PracticeCallee.Refused { SipCode: 503 } => nameof(Outcome.Congested),
        _ => throw new InvalidOperationException($"{callee} is new: say what is expected of it."),
    };

    private async Task<string> OutcomeOf(AttemptId attempt, PracticeCallee callee)
    {
        var first = await exchange.Ear.NextAsync<Signal>(signal => signal is CallAnswered a && a.Attempt == attempt || signal is CallFailed f && f.Attempt == attempt);
        if (first is CallFailed failed) return failed.Outcome.ToString();
        if (callee is not (PracticeCallee.Gone or PracticeCallee.Person { Stays: not null })) return "answered";
        await exchange.Ear.NextAsync<CallEnded>(attempt);
        return "answered, left";
    }
}
