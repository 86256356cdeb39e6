using System.Text.Json;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>Every kind of fact has a name, comes back from its data as it went, and is taken by everyone who folds a journal.</summary>
public sealed class FactSpecs
{
    private static readonly List<Fact> Day = ADayWithEverything();

    private static readonly Type[] Kinds = [.. typeof(Fact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Fact)))];

    [Fact]
    public void Every_kind_of_fact_has_a_name_in_the_journal() =>
        FactJson.Names.Values.Should().BeEquivalentTo(Kinds);

    [Fact]
    public void The_day_below_has_every_kind_of_fact() =>
        Kinds.Except(Day.Select(fact => fact.GetType())).Should().BeEmpty("a new fact needs a line in the day, and with it a fold");

    public static TheoryData<string> Names => [.. FactJson.Names.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_fact_comes_back_as_it_went(string name)
    {
        foreach (var fact in Day.Where(fact => FactJson.NameOf(fact) == name))
        {
            var read = FactJson.Read(name, FactJson.Write(fact));
            read.Should().BeOfType(fact.GetType());
            read.Should().BeEquivalentTo(fact, options => options.PreferringRuntimeMemberTypes().ComparingByMembers<Fact>());
            FactJson.Write(read).Should().Equal(FactJson.Write(fact));
        }
    }

    /// <summary>A board reads on its own thread what the watch goes on counting on another.</summary>
    [Fact]
    public void Figures_once_taken_do_not_change_while_more_is_counted()
    {
        var tally = new Tally();
        List<Figures> taken = [];
        List<string> written = [];
        foreach (var fact in Day)
        {
            tally.Count(fact);
            taken.Add(tally.Figures);
            written.Add(JsonSerializer.Serialize(taken[^1]));
        }
        taken.Select(each => JsonSerializer.Serialize(each)).Should().Equal(written);
    }

    [Fact]
    public void Floor_tally_and_auditor_take_every_fact_of_the_day()
    {
        var (floor, tally, audit) = (new Floor(), new Tally(), new Audit());
        foreach (var fact in Day)
        {
            floor.Fold(fact);
            tally.Count(fact);
            audit.See(fact);
        }
        audit.Violations.Should().BeEmpty();
        tally.Figures.Facts.Should().Be(Day.Count);
    }

    [Fact]
    public void A_fact_without_a_name_or_without_a_fold_is_not_dropped_in_silence()
    {
        FluentActions.Invoking(() => FactJson.NameOf(new Foreign(default))).Should().Throw<InvalidOperationException>().WithMessage("*Foreign*FactJson*");
        FluentActions.Invoking(() => new Floor().Fold(new Foreign(default))).Should().Throw<InvalidOperationException>().WithMessage("*Foreign*Apply*");
        FluentActions.Invoking(() => new Floor().Handle(new Unheard(default))).Should().Throw<InvalidOperationException>().WithMessage("*Unheard*Handle*");
        FluentActions.Invoking(() => FactJson.Read("foreign", "{}"u8)).Should().Throw<System.Text.Json.JsonException>().WithMessage("*'foreign'*newer*");
    }

    /// <summary>The names that stand in journals, written out once more: whoever changes one makes old journals unreadable.</summary>
    [Fact]
    public void The_names_of_facts_are_never_changed() =>
        string.Join(' ', FactJson.Names.Keys.Order(StringComparer.Ordinal)).Should().Be(
            "agent-away agent-left-call agent-logged-in agent-logged-out agent-moved agent-ready agent-signed-out agent-wished appointment-booked appointment-settled attempt-answered attempt-ended "
            + "attempt-examined attempt-permitted attempt-placed attempt-rang attempt-reassigned callback-closed callback-kept campaign-set campaign-switched campaigns-closed client-retired client-set connected "
            + "consent-withdrawn consult-asked consult-ended consult-joined customer-parked dial-refused disposed floor-opened hold-ended hold-started law-lost law-returned machine-sampled message-sent monitor-ended "
            + "monitor-started notice-given notice-unheard offer-accepted offer-missed offered opposition-recorded pacing-sampled preview-shown preview-skipped recording-kept recording-ordered "
            + "recording-paused recording-stopped released telephone-lost telephone-returned transferred trunk-set");

    private static List<Fact> ADayWithEverything()
    {
        var preview = Settings() with { Id = new("preview"), Mode = DialMode.Preview };
        var script = new FloorScript(settings => settings with { RecordingPurpose = "quality" }).Start(preview);
        script.Ready("ann").Bring(Prospect(9) with { Consents = [] }, Prospect(1)).Ready("bob");
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).Send(new CallRang(script.Now, Attempt(1))).Answered(1);
        script.Ready("ann").Send(new DeskMissed(script.Now, Attempt(1), new("bob"), 1, "busy")).Joined(1);
        script.Send(new DeskHeld(script.Now, Attempt(1), new("ann"), true)).Send(new DeskHeld(script.Now, Attempt(1), new("ann"), false));
        foreach (var command in new[] { RecordingCommand.Start, RecordingCommand.Pause, RecordingCommand.Stop })
            script.Send(new DeskRecorded(script.Now, Attempt(1), new("ann"), command, "proof"));
        script.Send(new RecordingEnded(script.Now, new("t-1-r1"), Duration.FromSeconds(3), true)).Ended(1);
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).Disposed(1, "callback", script.Now + Duration.FromHours(1), true);
        script.Send(new PersonOpposed(script.Now, Acme, new(1), "by letter")).Send(new ConsentWithdrawn(script.Now, Acme, new(1), "by letter"));
        script.Send(new AppointmentWasBooked(script.Now, Attempt(1), preview.Id, new(1), new(1), new("ann"), new("m-1")));
        script.Send(new AppointmentWasSettled(script.Now, new("m-1"), preview.Id, new(1), new(1), AppointmentState.Booked, AppointmentState.Held));
        script.Ready("ann").BringTo(preview.Id, Prospect(2));
        script.Send(new DeskSkipped(script.Now, new("ann"), new(2), "not-now")).Send(new DeskLoggedOut(script.Now, new("ann")));
        script.Send(new LawWasRead(script.Now, "law-tables")).Send(new LawWasRead(script.Now, null));
        ADayOfColleagues(script);
        ADayAhead(script);
        script.Send(new ClientWasSet(script.Now, new Plateau.Core.Clients.Client(new("brief"), "Brief", []))).Send(new ClientWasRetired(script.Now, new("brief")));
        return script.Journal;
    }

    /// <summary>Two more calls: one in which a colleague is asked and a supervisor listens, one whose agent's telephone is lost.</summary>
    private static void ADayOfColleagues(FloorScript script)
    {
        var (sue, joe, eve) = (new AgentId("sue"), new AgentId("joe"), new AgentId("eve"));
        script.Ready("joe").Bring(Prospect(3)).Ready("eve").Talk(2).Wait(5);
        script.Send(new MonitorWasAsked(script.Now, sue, joe, MonitorMode.Whisper)).Send(new MessageWasSent(script.Now, "m1", sue, null));
        script.Send(new AgentWasMoved(script.Now, eve, [Spring], sue));
        script.Send(new CertificationsEnded(script.Now, eve, [Spring])).Send(new AgentWasMoved(script.Now, eve, [Spring], sue));
        foreach (var turn in new[] { "returned", "transferred" })
        {
            script.Send(new DeskConsulted(script.Now, Attempt(2), joe, eve)).Send(new CallJoined(script.Now, Attempt(2), eve));
            if (turn == "returned") script.Send(new DeskTookBack(script.Now, Attempt(2), joe));
            else script.Send(new DeskTransferred(script.Now, Attempt(2), joe));
        }
        script.Send(new TelephoneWasLost(script.Now, eve)).Send(new TelephoneCameBack(script.Now, eve)).Joined(2);
        script.Send(new AgentWasSignedOut(script.Now, eve, sue));
    }

    /// <summary>More people answer than agents are there, and one who is taken for a machine is heard for the truth.</summary>
    private static void ADayAhead(FloorScript script)
    {
        var ahead = Settings() with { Id = new("ahead"), Mode = DialMode.Power, PowerRatio = 3, Notice = "notice", DetectMachines = true };
        script.Start(ahead).Ready("pat").BringTo(ahead.Id, [.. Enumerable.Range(5, 8).Select(id => Prospect(id))]).Wait(1);
        foreach (var (attempt, place) in script.Floor.Attempts.Values.Where(attempt => attempt.IsAhead).Select(attempt => attempt.Id).Order().Select((id, place) => (id, place)).ToList())
            script.Send(new CallAnswered(script.Now, attempt, place == 0 ? AnsweredBy.Machine : AnsweredBy.Human));
        script.Wait(3).Send(new NoticeFailed(script.Now, script.Floor.Attempts.Values.First(attempt => attempt.NoticeAt is not null).Id, 1));
    }

    private sealed record Foreign(Instant At) : Fact(At);

    private sealed record Unheard(Instant At) : Signal(At);
}
