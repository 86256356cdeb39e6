using System.Diagnostics;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Desks;

namespace Plateau.Contracts.Telephony;

/// <summary>Who hears whom, measured on the lines themselves: each party hums a tone of its own.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class SupervisionContract(SwitchRoom room)
{
    private const int Customer = 600, Agent = 1000, Colleague = 1400, Supervisor = 1800;

    /// <summary>A hum of 8000 that went through the switch's mixing; what is not heard stays below a tenth of that.</summary>
    private const double Heard = 3000, Unheard = 300;

    private readonly Exchange exchange = room.Exchange;

    [Fact]
    public async Task A_supervisor_listens_unheard_whispers_to_the_agent_alone_and_barges_in()
    {
        using var customer = new SpeakingCarrier(Customer, room.PortOf("humming"));
        using var agent = new SpeakingCarrier(Agent);
        using var supervisor = new SpeakingCarrier(Supervisor);
        var attempt = await TalkAsync(customer, "lena", agent);
        var sue = new AgentId("sue");
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(sue, supervisor.Address), CancellationToken.None);

        exchange.Switch.Carry(new StartMonitor(attempt, sue, 1, MonitorMode.Listen, 1));
        await HearsAsync(supervisor, Customer, "the supervisor hears the customer");
        await HearsAsync(supervisor, Agent, "the supervisor hears the agent");
        await UnheardAsync(customer, "the customer does not hear who listens");
        await UnheardAsync(agent, "the agent does not hear who listens");

        exchange.Switch.Carry(new StartMonitor(attempt, sue, 1, MonitorMode.Whisper, 1));
        await HearsAsync(agent, Supervisor, "the agent hears the whisper");
        await HearsAsync(agent, Customer, "the agent still hears the customer");
        await HearsAsync(supervisor, Customer, "the supervisor still hears the customer");
        await UnheardAsync(customer, "the customer does not hear the whisper");

        exchange.Switch.Carry(new StartMonitor(attempt, sue, 1, MonitorMode.Barge, 1));
        await HearsAsync(customer, Supervisor, "the customer hears who barged in");
        await HearsAsync(agent, Supervisor, "the agent hears who barged in");
        await HearsAsync(supervisor, Customer, "the supervisor hears the customer in the conversation itself");

        exchange.Switch.Carry(new EndMonitor(attempt, sue, 1));
        await UnheardAsync(customer, "the supervisor is out");
        await HearsAsync(customer, Agent, "the conversation goes on");
        await EndAsync(attempt);
        await Eventually.HoldsAsync(async () => (await exchange.Control.ChannelsAsync(CancellationToken.None)).All(channel => !channel.Id.StartsWith(attempt.Value, StringComparison.Ordinal)), "nothing of it is left at the switch");
        (await exchange.Control.BridgesAsync(CancellationToken.None)).Should().NotContain(bridge => bridge.Id.StartsWith(attempt.Value, StringComparison.Ordinal));
    }

    /// <summary>A copy of a line belongs to nobody until it has arrived; a switch that is slow about it must not leave a supervisor deaf.</summary>
    [Fact]
    public async Task However_often_the_mode_changes_the_copy_of_the_line_comes_to_the_supervisor()
    {
        using var customer = new SpeakingCarrier(Customer, room.PortOf("humming"));
        using var agent = new SpeakingCarrier(Agent);
        using var supervisor = new SpeakingCarrier(Supervisor);
        var attempt = await TalkAsync(customer, "olga", agent);
        var ugo = new AgentId("ugo");
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(ugo, supervisor.Address), CancellationToken.None);
        for (var time = 0; time < 40; time++)
        {
            var (mode, word) = time % 2 == 0 ? (MonitorMode.Listen, "listen") : (MonitorMode.Whisper, "whisper");
            exchange.Switch.Carry(new StartMonitor(attempt, ugo, 1, mode, 1));
            await Eventually.HoldsAsync(async () => (await exchange.Control.BridgesAsync(CancellationToken.None)).Any(bridge => bridge.Id == $"{attempt}-1-ear" && bridge.Channels.Contains($"{attempt}-1-{word}")), $"the copy to {word} stands with the supervisor, the {time + 1}th time");
        }
        await HearsAsync(supervisor, Customer, "the supervisor hears the customer");
        exchange.Switch.Carry(new EndMonitor(attempt, ugo, 1));
        await EndAsync(attempt);
    }

    [Fact]
    public async Task A_supervisor_who_hangs_up_or_has_no_telephone_is_told()
    {
        using var customer = new SpeakingCarrier(Customer, room.PortOf("humming"));
        using var agent = new SpeakingCarrier(Agent);
        using var supervisor = new SpeakingCarrier(Supervisor);
        var attempt = await TalkAsync(customer, "mara", agent);
        exchange.Switch.Carry(new StartMonitor(attempt, new AgentId("nobody"), 1, MonitorMode.Listen, 1));
        await exchange.Ear.NextAsync<MonitorFellAway>(fell => fell.Attempt == attempt && fell.Number == 1);
        var tom = new AgentId("tom");
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(tom, supervisor.Address), CancellationToken.None);
        exchange.Switch.Carry(new StartMonitor(attempt, tom, 2, MonitorMode.Listen, 1));
        await HearsAsync(supervisor, Customer, "the supervisor listens");
        await exchange.Control.HangUpAsync($"{attempt}-2-monitor", 16, CancellationToken.None);
        (await exchange.Ear.NextAsync<MonitorFellAway>(fell => fell.Attempt == attempt && fell.Number == 2)).Supervisor.Should().Be(tom);
        exchange.Switch.Carry(new EndMonitor(attempt, tom, 2));
        await EndAsync(attempt);
    }

    [Fact]
    public async Task A_colleague_is_asked_apart_then_all_three_speak_then_the_colleague_has_the_customer()
    {
        using var customer = new SpeakingCarrier(Customer, room.PortOf("humming"));
        using var agent = new SpeakingCarrier(Agent);
        using var colleague = new SpeakingCarrier(Colleague);
        var attempt = await TalkAsync(customer, "nora", agent);
        var otto = new AgentId("otto");
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(otto, colleague.Address), CancellationToken.None);

        exchange.Switch.Carry(new Hold(attempt, true));
        exchange.Switch.Carry(new OfferTo(attempt, otto, 2, new CampaignId("test"), new ProspectId(1)));
        await exchange.Ear.NextAsync<DeskAnswered>(answered => answered.Attempt == attempt && answered.Offer == 2);
        exchange.Switch.Carry(new JoinColleague(attempt, otto, 2));
        await exchange.Ear.NextAsync<CallJoined>(joined => joined.Attempt == attempt && joined.Agent == otto);
        await HearsAsync(agent, Colleague, "the two agents speak");
        await HearsAsync(colleague, Agent, "the two agents speak");
        await UnheardAsync(customer, Agent, "the customer hears music, not them");

        exchange.Switch.Carry(new Hold(attempt, false));
        await HearsAsync(customer, Agent, "all three speak");
        await HearsAsync(customer, Colleague, "all three speak");

        exchange.Switch.Carry(new WithdrawOffer(attempt, new AgentId("nora"), 1));
        await UnheardAsync(customer, Agent, "the first agent has left");
        await HearsAsync(customer, Colleague, "the colleague has the customer");
        await HearsAsync(colleague, Customer, "the colleague has the customer");
        await EndAsync(attempt);
    }

    [Fact]
    public async Task Keys_arrive_at_the_customers_line()
    {
        using var customer = new SpeakingCarrier(Customer, room.PortOf("humming"));
        using var agent = new SpeakingCarrier(Agent);
        var attempt = await TalkAsync(customer, "pia", agent);
        exchange.Switch.Carry(new SendKeys(attempt, "12#"));
        await Eventually.HoldsAsync(() => customer.Keys == "12#", "the keys came in their order");
        await EndAsync(attempt);
    }

    private async Task<AttemptId> TalkAsync(SpeakingCarrier customer, string name, SpeakingCarrier line)
    {
        var agent = new AgentId(name);
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(agent, line.Address), CancellationToken.None);
        var attempt = exchange.Dial("+33199000000", "humming");
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new OfferTo(attempt, agent, 1, new CampaignId("test"), new ProspectId(1)));
        await exchange.Ear.NextAsync<DeskAnswered>(attempt);
        exchange.Switch.Carry(new Join(attempt, agent, 1));
        await exchange.Ear.NextAsync<CallJoined>(attempt);
        await HearsAsync(customer, Agent, "they speak");
        return attempt;
    }

    private async Task EndAsync(AttemptId attempt)
    {
        exchange.Switch.Carry(new HangUp(attempt));
        await exchange.Ear.NextAsync<CallEnded>(attempt);
    }

    /// <summary>Within some seconds a whole half second is heard in which the tone is clear.</summary>
    private static async Task HearsAsync(SpeakingCarrier who, int tone, string what)
    {
        var moment = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(() => who.Hears(tone, Math.Max(moment, Stopwatch.GetTimestamp() - Stopwatch.Frequency / 2)) > Heard, what);
    }

    private static Task UnheardAsync(SpeakingCarrier who, string what) => UnheardAsync(who, Supervisor, what);

    /// <summary>Half a second of speech was heard, and the tone is not in it.</summary>
    private static async Task UnheardAsync(SpeakingCarrier who, int tone, string what)
    {
        var moment = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(() =>
        {
            // What was on its way at the change is still heard for a moment.
            var since = Math.Max(moment, Stopwatch.GetTimestamp() - Stopwatch.Frequency / 2);
            return Stopwatch.GetElapsedTime(moment).TotalSeconds > 0.5 && who.Since(since).Count > 20 && who.Hears(tone, since) < Unheard;
        }, what);
    }
}
