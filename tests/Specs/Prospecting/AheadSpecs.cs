using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>Power and predictive campaigns: calls ahead of agents, and what happens to whoever answers and finds none.</summary>
public sealed class AheadSpecs
{
    /// <summary>Who was called so far, in order.</summary>
    private static IEnumerable<long> Placed(FloorScript script) => script.Journal.OfType<AttemptPlaced>().Select(placed => placed.Prospect.Value);

    private static FloorScript Power(double ratio = 2) => new(settings => settings with { Mode = DialMode.Power, PowerRatio = ratio, Notice = "notice" });

    /// <summary>One agent free, two people called, the first of them answered and offered.</summary>
    private static FloorScript OneTaken()
    {
        var script = Power().Ready("ann").Bring(Prospect(1), Prospect(2)).Wait(1);
        script.Dialled().Should().HaveCount(2);
        return script.Answered(1);
    }

    [Fact]
    public void Power_dials_so_many_for_each_free_agent_and_nobody_waits_by_name()
    {
        var script = Power().Ready("ann", "eve").Bring([.. Enumerable.Range(1, 10).Select(id => Prospect(id))]).Wait(1);
        script.Dialled().Should().HaveCount(4);
        script.Facts.OfType<AttemptPlaced>().Should().OnlyContain(placed => placed.Agent == null);
        script.Desk("ann").IsFree.Should().BeTrue("a call that rings is nobody's yet");
        script.Wait(1).Dialled().Should().BeEmpty("as many ring as the ratio lets");
    }

    [Fact]
    public void Whoever_answers_first_gets_the_agent_and_the_next_waits_for_one_to_become_free()
    {
        var script = OneTaken();
        script.Told<OfferTo>().Agent.Should().Be(new AgentId("ann"));
        script.Answered(2).Instructions.Should().BeEmpty("nobody is free, and two seconds are not over");
        script.Ready("eve").Told<OfferTo>().Should().BeEquivalentTo(new { Attempt = Attempt(2), Agent = new AgentId("eve") });
    }

    [Fact]
    public void Whoever_finds_no_agent_within_two_seconds_hears_who_called_and_rests_three_days()
    {
        var script = OneTaken().Answered(2).Wait(2);
        script.The<NoticeGiven>().Attempt.Should().Be(Attempt(2));
        script.Told<PlayNotice>().Should().Be(new PlayNotice(Attempt(2), "notice"));
        script.Instructions.OfType<HangUp>().Should().BeEmpty("nobody is cut off before the notice is said");
        var ended = script.Ended(2).The<AttemptEnded>();
        ended.Outcome.Should().Be(Outcome.Abandoned);
        (ended.Verdict!.NotBefore!.Value - script.Now >= Duration.FromHours(72)).Should().BeTrue();
        script.Floor.Rooms[Spring].Today.Should().BeEquivalentTo(new { Humans = 2, Abandoned = 1 });
    }

    [Fact]
    public void An_agent_who_becomes_free_too_late_gets_no_call_that_was_promised_sooner()
    {
        var script = OneTaken().Answered(2);
        script.Now += Duration.FromMilliseconds(2500);
        script.Send(new DeskLoggedIn(script.Now, new("eve"), [Spring])).Send(new DeskBecameReady(script.Now, new("eve")));
        script.The<NoticeGiven>().Attempt.Should().Be(Attempt(2));
    }

    [Fact]
    public void A_notice_that_can_not_be_played_stops_all_calls_ahead_with_it_until_somebody_saw_to_it()
    {
        var script = OneTaken().Answered(2).Wait(2);
        script.Send(new NoticeFailed(script.Now, Attempt(2), 1));
        script.The<NoticeUnheard>().Should().BeEquivalentTo(new { Attempt = Attempt(2), Campaign = Spring, Notice = "notice" });
        script.The<AttemptEnded>().Should().BeEquivalentTo(new { Outcome = Outcome.Abandoned, Code = "notice-unheard" });
        script.Told<HangUp>().Attempt.Should().Be(Attempt(2), "nobody is kept in silence");
        script.Floor.Rooms[Spring].Today!.Abandoned.Should().Be(1);
        script.Bring(Prospect(7), Prospect(8), Prospect(9));
        void CallsNobody()
        {
            script.Floor.StopOf(script.Floor.Rooms[Spring]).Should().Be("notice-unheard");
            for (var second = 0; second < 5; second++) script.Wait(1).Dialled().Should().BeEmpty();
        }
        CallsNobody();
        script.Restart().Connect(held: [Attempt(1)], answered: [Attempt(1)]);
        CallsNobody();
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Paused)).Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running));
        script.Floor.StopOf(script.Floor.Rooms[Spring]).Should().BeNull();
    }

    [Fact]
    public void Whoever_waits_hears_another_notice_of_the_same_client_and_never_a_strangers()
    {
        static CampaignSettings Other(CampaignSettings spring, string id, string client, string? notice) => spring with { Id = new(id), Client = new(client), Notice = notice, Lists = [] };
        var script = OneTaken();
        var spring = script.Floor.Rooms[Spring].Settings;
        foreach (var other in (CampaignSettings[])[Other(spring, "a-stranger", "stranger", "strange"), Other(spring, "b-silent", spring.Client.Value, null), Other(spring, "c-same", spring.Client.Value, "notice"), Other(spring, "d-autumn", spring.Client.Value, "autumn")])
            script.Send(new CampaignWasSet(script.Now, other));
        script.Answered(2).Wait(2);
        script.Send(new NoticeFailed(script.Now, Attempt(2), 1));
        script.Told<PlayNotice>().Should().Be(new PlayNotice(Attempt(2), "autumn", 2));
        script.The<NoticeGiven>().Notice.Should().Be("autumn");
        script.Floor.StopOf(script.Floor.Rooms[new("c-same")]).Should().Be("notice-unheard", "it is the same sound");
        script.Floor.StopOf(script.Floor.Rooms[new("d-autumn")]).Should().BeNull();
        script.Send(new NoticeFailed(script.Now, Attempt(2), 1)).Facts.Should().BeEmpty("that is known");
        script.Send(new NoticeFailed(script.Now, Attempt(2), 2)).The<AttemptEnded>().Code.Should().Be("notice-unheard");
        script.Floor.Rooms[Spring].Today!.Abandoned.Should().Be(1, "one person was abandoned, once");
        // A campaign that is given another notice calls ahead again.
        script.Send(new CampaignWasSet(script.Now, spring with { Version = 2, Notice = "spring-2" }));
        script.Floor.StopOf(script.Floor.Rooms[Spring]).Should().BeNull();
    }

    [Fact]
    public void A_notice_that_never_ends_is_ended()
    {
        var script = OneTaken().Answered(2).Wait(2).Wait(50);
        script.The<AttemptEnded>().Outcome.Should().Be(Outcome.Abandoned);
        script.Told<HangUp>().Attempt.Should().Be(Attempt(2));
    }

    [Fact]
    public void Whom_the_switch_told_while_the_floor_said_nothing_is_abandoned_and_no_agents_any_more()
    {
        var script = Power().Ready("ann").Bring(Prospect(1), Prospect(2)).Wait(1);
        script.Instructions.OfType<Dial>().Should().HaveCount(2).And.OnlyContain(dial => dial.Notice == "notice", "the switch must know what to say without us");
        script.Answered(1).Answered(2);
        // The one who waits: told, counted, and not told again.
        script.Send(new SilenceBroken(script.Now, Attempt(2), "notice"));
        script.The<NoticeGiven>().Should().BeEquivalentTo(new { Attempt = Attempt(2), Notice = "notice" });
        script.Instructions.Should().BeEmpty();
        script.Send(new SilenceBroken(script.Now, Attempt(2), "notice")).Facts.Should().BeEmpty("that is known");
        // The one whom an agent was to get: the agent is free for others.
        script.Send(new SilenceBroken(script.Now, Attempt(1), "notice"));
        script.The<NoticeGiven>().Attempt.Should().Be(Attempt(1));
        script.Told<WithdrawOffer>().Agent.Should().Be(new AgentId("ann"));
        script.Desk("ann").IsFree.Should().BeTrue();
        script.Floor.Rooms[Spring].Today.Should().BeEquivalentTo(new { Humans = 2, Abandoned = 2 });
        script.Wait(3).Instructions.OfType<PlayNotice>().Should().BeEmpty();
        script.Ended(1).The<AttemptEnded>().Outcome.Should().Be(Outcome.Abandoned);
    }

    [Theory]
    [InlineData("notice")]
    [InlineData(null)]
    public void Who_answered_for_an_agent_of_their_own_while_the_floor_said_nothing_is_abandoned_and_the_agent_free(string? notice)
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Progressive, Notice = notice }).Ready("ann").Bring(Prospect(1));
        script.Told<Dial>().Notice.Should().Be(notice, "the switch must know what to say without us");
        // In the very moment of the answer, as when the floor hears of both at once because its journal was away.
        script.Answered(1).Send(new SilenceBroken(script.Now, Attempt(1), notice));
        script.Told<WithdrawOffer>().Agent.Should().Be(new AgentId("ann"));
        script.Desk("ann").IsFree.Should().BeTrue();
        if (notice is null) script.Told<HangUp>();
        else script.Ended(1);
        script.The<AttemptEnded>().Outcome.Should().Be(Outcome.Abandoned);
        script.Floor.Rooms[Spring].Today!.Abandoned.Should().Be(1);
    }

    [Fact]
    public void Nobody_who_had_an_agent_on_the_line_is_abandoned_by_a_late_word_of_the_switch()
    {
        var script = new FloorScript(settings => settings with { Notice = "notice" }).Ready("ann", "bob").Bring(Prospect(1)).Wait(1).Talk(1);
        var other = script.Desk("ann").Attempt is null ? "ann" : "bob";
        script.Send(new DeskTransferred(script.Now, Attempt(1), new(other == "ann" ? "bob" : "ann"), new(other)));
        script.Told<OfferTo>().Agent.Should().Be(new AgentId(other));
        script.Send(new SilenceBroken(script.Now, Attempt(1), "notice")).Facts.Should().BeEmpty();
    }

    [Fact]
    public void A_restart_keeps_the_days_budget_and_who_waits()
    {
        var script = OneTaken().Answered(2).Restart().Connect(held: [Attempt(1), Attempt(2)], answered: [Attempt(1), Attempt(2)]);
        script.Floor.Rooms[Spring].Today.Should().BeEquivalentTo(new { Humans = 2, Abandoned = 0 });
        script.Wait(3).The<NoticeGiven>().Attempt.Should().Be(Attempt(2));
    }

    [Fact]
    public void With_nobody_logged_in_a_predictive_campaign_calls_nobody()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Predictive, Notice = "notice" }).Bring(Prospect(1), Prospect(2));
        for (var second = 0; second < 5; second++) script.Wait(1).Dialled().Should().BeEmpty();
        script.Ready("ann").Wait(1).Dialled().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(DialMode.Power)]
    [InlineData(DialMode.Predictive)]
    public void A_campaign_that_calls_ahead_keeps_its_agents_from_a_lesser_one_until_its_list_is_spent(DialMode mode)
    {
        var second = new CampaignId("autumn");
        var script = new FloorScript(settings => settings with { Mode = mode, PowerRatio = 1, Notice = "notice", Priority = 1 });
        script.Start(Settings() with { Id = second, Lists = [new ListId("other")] });
        script.BringTo(second, [.. Enumerable.Range(101, 9).Select(id => Prospect(id))]).Bring(Prospect(1), Prospect(2), Prospect(3)).Wait(1);
        script.Ready("ann").Wait(1);
        Placed(script).Should().Equal([1], "the lesser campaign would call at once for whoever is free, and is not given anybody");
        for (var call = 1; call <= 3; call++) script.Failed(call, Outcome.Unallocated).Wait(1).Wait(1);
        Placed(script).Should().StartWith([1, 2, 3]);
        script.Wait(1);
        Placed(script).Should().Equal([1, 2, 3, 101], "nobody of the greater campaign is left to call");
    }

    [Fact]
    public void While_the_switch_lags_nobody_is_called_ahead()
    {
        var script = Power().Ready("ann").Bring([.. Enumerable.Range(1, 9).Select(id => Prospect(id))]).Wait(1);
        script.Dialled().Should().HaveCount(2);
        script.Send(new CallFailed(script.Now - Duration.FromSeconds(5), Attempt(1), Outcome.Busy, "late")).Dialled().Should().BeEmpty();
        script.Wait(5).Dialled().Should().BeEmpty();
        script.Wait(20).Dialled().Should().NotBeEmpty();
    }

    [Fact]
    public void While_the_switch_lags_nobody_is_called_at_all_until_its_news_come_in_time()
    {
        var script = new FloorScript().Ready("ann", "ben").Bring([.. Enumerable.Range(1, 9).Select(id => Prospect(id))]);
        script.Dialled().Should().HaveCount(2);
        script.Send(new CallFailed(script.Now - Duration.FromSeconds(5), Attempt(1), Outcome.Busy, "late")).Wait(1).Dialled().Should().BeEmpty();
        script.Send(new CallFailed(script.Now, Attempt(2), Outcome.Busy, "in time")).Dialled().Should().HaveCount(2);
        script.Send(new CallFailed(script.Now - Duration.FromSeconds(5), Attempt(3), Outcome.Busy, "late")).Wait(5).Dialled().Should().BeEmpty();
        script.Wait(11).Dialled().Should().HaveCount(1, "it has rested long enough");
    }

    /// <summary>Nobody to talk, a switch that is away or late, a law that can't be read, a client that is closed: said at the very second, once, and it goes on by itself.</summary>
    [Theory]
    [InlineData("nobody-there"), InlineData("switch-not-there"), InlineData("switch-lags"), InlineData("law-tables"), InlineData("client-closed")]
    public void What_stops_all_calls_is_written_down_at_once_and_so_is_that_they_go_on(string why)
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Predictive, Notice = "notice" }).Ready("ann").Bring([.. Enumerable.Range(1, 20).Select(id => Prospect(id))]).Wait(1);
        script.Dialled().Should().NotBeEmpty();
        Paced().Why.Should().Be("few-answers", "nobody has answered yet");
        Turn(away: true);
        script.Wait(1).Dialled().Should().BeEmpty();
        Paced().Should().BeEquivalentTo(new { At = script.Now, Why = why, Dial = 0 });
        var written = script.Journal.OfType<PacingSampled>().Count();
        for (var second = 0; second < 10; second++) script.Wait(1).Dialled().Should().BeEmpty();
        script.Journal.OfType<PacingSampled>().Should().HaveCount(written, "what was said need not be said each second");
        var placed = Placed(script).Count();
        Turn(away: false);
        script.Wait(6);
        Paced().Should().BeEquivalentTo(new { At = script.Now, Why = "few-answers" });
        Placed(script).Should().HaveCountGreaterThan(placed);

        PacingSampled Paced() => script.Journal.OfType<PacingSampled>().Last();

        // All that rings is over, so that only what stops them keeps calls back.
        void Turn(bool away)
        {
            foreach (var call in script.Floor.Attempts.Values.Where(attempt => attempt.IsUnanswered).Select(attempt => attempt.Id).ToList()) script.Send(new CallFailed(script.Now, call, Outcome.Busy, "code"));
            switch (why)
            {
                case "nobody-there" when away: script.Send(new DeskLoggedOut(script.Now, new("ann"))); break;
                case "nobody-there": script.Send(new DeskLoggedIn(script.Now, new("ann"), [Spring])).Ready("ann"); break;
                case "switch-not-there" when away: script.Send(new SwitchLost(script.Now, false)); break;
                case "switch-not-there": script.Connect(); break;
                case "switch-lags" when away: script.Send(new CallFailed(script.Now - Duration.FromSeconds(4), Attempt(1), Outcome.Busy, "late")); break;
                case "law-tables": script.Send(new LawWasRead(script.Now, away ? why : null)); break;
                case "client-closed": script.Send(new ClientWasSet(script.Now, Client() with { ClosedDays = away ? [new LocalDate(2026, 11, 23)] : [] })); break;
            }
        }
    }

    [Theory]
    [InlineData(DialMode.Power)]
    [InlineData(DialMode.Predictive)]
    public void Without_a_notice_such_a_campaign_does_not_start(DialMode mode)
    {
        var script = new FloorScript(settings => settings with { Mode = mode });
        script.Floor.Rooms[Spring].State.Should().Be(CampaignState.Stopped);
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Told<Flaw>().Reason.Should().Be("notice-missing");
    }

    [Fact]
    public void A_predictive_day_keeps_its_budget_and_agents_wait_less_than_in_a_progressive_one()
    {
        var day = new Scenario { Name = "ahead", Start = Instant.FromUtc(2026, 11, 24, 13, 0), Minutes = 240, Agents = 25, AbandonmentLimit = 0.03, Customers = new() { Count = 9000, TakenForMachine = 0 } };
        var progressive = new World(day, 7).Run();
        var world = new World(day with { Mode = DialMode.Predictive }, 7, keep: true);
        var ahead = world.Run();
        ahead.Violations.Should().BeEmpty();
        ahead.IdleShare.Should().BeLessThan(0.6 * progressive.IdleShare);
        var facts = world.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data)).ToList();
        var people = facts.OfType<AttemptAnswered>().Count(answered => answered.By != AnsweredBy.Machine);
        ((double)ahead.Abandoned / people).Should().BeLessThanOrEqualTo(0.03);
        var samples = facts.OfType<PacingSampled>().ToList();
        samples.Count.Should().BeInRange(300, 500);
        samples.Where(sample => sample.Humans >= 100).Should().OnlyContain(sample => sample.Abandoned <= 0.03 * sample.Humans, "at whatever moment the campaign is stopped, its day is below the limit");
        // Of the invented people 31.5 % answer, some of them only to hang up or to be taken for a machine.
        samples.Skip(60).Average(sample => sample.AnswerRate).Should().BeApproximately(0.3, 0.05, "the floor's own pacer, looking once a second, knows how often people answer");
        facts.OfType<NoticeGiven>().Count().Should().BeGreaterThan(0).And.BeLessThanOrEqualTo(ahead.Abandoned);
    }
}
