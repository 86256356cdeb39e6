using NodaTime;
using NodaTime.Text;
using Plateau.Core.Appointments;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>An appointment made in a call: what the floor asks for it, and what comes of it for the prospect and the report.</summary>
public sealed class AppointmentSpecs
{
    private static readonly AppointmentId Made = new("m-1");
    private static readonly AgentId Zoe = new("zoe");

    private static FloorScript Talking(AppointmentRules? rules = null) =>
        new FloorScript(settings => settings with { Appointments = rules ?? new(), Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }).Ready("zoe").Bring(Prospect(1)).Talk(1);

    private static AppointmentWasBooked Booked(FloorScript script) => new(script.Now, Attempt(1), Spring, new(1), new(1), Zoe, Made);

    private static AppointmentWasSettled Settled(FloorScript script, AppointmentState to, AppointmentState from = AppointmentState.Booked) => new(script.Now, Made, Spring, new(1), new(1), from, to);

    [Fact]
    public void A_call_that_made_an_appointment_has_met_its_aim()
    {
        var script = Talking();
        script.Send(Booked(script)).The<AppointmentBooked>().Should().BeEquivalentTo(new { Attempt = Attempt(1), Appointment = Made, Agent = Zoe });
        script.Send(Booked(script)).Facts.Should().BeEmpty("twice is once");
        script.Ended(1).Disposed(1, "appointment").The<Disposed>().Should().BeEquivalentTo(new { Effect = DispositionEffect.Appointment, Verdict = Verdict.Close("success") });
        var tally = new Tally();
        foreach (var fact in script.Journal) tally.Count(fact);
        tally.Figures.Successes.Should().Be(1);
    }

    [Fact]
    public void Without_a_booked_time_no_appointment_can_be_said()
    {
        var script = Talking().Ended(1);
        script.Disposed(1, "appointment").Told<Flaw>().Reason.Should().Be("appointment-missing");
        script.Facts.Should().BeEmpty();
        script.Send(Booked(script)).Send(Settled(script, AppointmentState.Cancelled));
        script.Disposed(1, "appointment").Told<Flaw>().Reason.Should().Be("appointment-missing", "it was called off before the call was written up");
        script.Disposed(1, "refusal").The<Disposed>();
    }

    [Fact]
    public void Whoever_has_an_appointment_is_not_called_meanwhile_though_nobody_wrote_the_call_up()
    {
        var script = Talking();
        script.Send(Booked(script)).Ended(1);
        script = script.Restart();
        script.Wait(Duration.FromMinutes(6));
        script.The<Disposed>().Should().BeEquivalentTo(new { By = (AgentId?)null, Verdict = Verdict.Close("success") });
    }

    /// <summary>What came of it, hours of rest after a no-show (none: closed), and the verdict.</summary>
    [Theory]
    [InlineData(AppointmentState.Held, 24, null, "appointment-held")]
    [InlineData(AppointmentState.NoShow, 24, 24, "appointment-missed")]
    [InlineData(AppointmentState.NoShow, 0, 0, "appointment-missed")]
    [InlineData(AppointmentState.NoShow, null, null, "appointment-missed")]
    [InlineData(AppointmentState.Cancelled, null, 0, "appointment-cancelled")]
    public void What_came_of_it_decides_whether_they_are_called_again(AppointmentState state, int? rest, int? again, string reason)
    {
        var script = Talking(new AppointmentRules { RestAfterNoShow = rest is { } hours ? Duration.FromHours(hours) : null });
        script.Send(Booked(script)).Ended(1).Disposed(1, "appointment").Wait(Duration.FromDays(3));
        script.Send(Settled(script, state)).The<AppointmentSettled>().Verdict.Should().Be(again is { } later ? Verdict.Again(script.Now + Duration.FromHours(later), reason) : Verdict.Close(reason));
        script.Send(Settled(script, state, state)).Facts.Should().BeEmpty("nothing new was said");
        script.Send(Settled(script, AppointmentState.Booked, state)).The<AppointmentSettled>().Verdict.Should().Be(Verdict.Close("success"), "the report was taken back");
    }

    [Fact]
    public void An_appointment_counts_with_the_call_and_the_agent_who_made_it_however_late_it_is_reported()
    {
        var script = Talking();
        script.Send(Booked(script)).Ended(1).Disposed(1, "appointment").Wait(Duration.FromDays(40));
        script.Send(Settled(script, AppointmentState.NoShow)).Send(Settled(script, AppointmentState.Held, AppointmentState.NoShow)).Send(Settled(script, AppointmentState.Held, AppointmentState.NoShow));
        var ledger = new CallLedger(DateTimeZone.Utc);
        foreach (var fact in script.Journal.SkipLast(3)) ledger.Count(fact);
        ledger.HoursOf(Spring).Should().ContainSingle().Which.Counts.Appointments.Should().Be(new AppointmentCounts(1, 0, 0, 0));
        ledger.Condense(new LocalDate(2026, 12, 1));
        foreach (var fact in script.Journal.TakeLast(3)) ledger.Count(fact);
        var day = ledger.HoursOf(Spring).Should().ContainSingle().Which;
        LocalDateTimePattern.GeneralIso.Format(day.Hour).Should().Be("2026-11-23T00:00:00");
        day.Counts.Appointments.Should().Be(new AppointmentCounts(1, 1, 0, 0));
        day.Counts.Agents[Zoe].Appointments.Should().Be(new AppointmentCounts(1, 1, 0, 0));
        day.Counts.Successes.Should().Be(1);
        day.Counts.Appointments.HeldShare.Should().Be(1);
    }

    [Fact]
    public void One_of_the_calendar_counts_for_the_campaign_and_for_no_agent()
    {
        var script = Talking();
        script.Send(Entered(script, 2) with { Made = script.Now - Duration.FromDays(3) }).Send(Entered(script, 2, AppointmentState.NoShow, AppointmentState.Booked)).Send(Entered(script, 3)).Send(Booked(script)).Ended(1).Disposed(1, "appointment");
        var ledger = new CallLedger(DateTimeZone.Utc);
        foreach (var fact in script.Journal) ledger.Count(fact);
        var counts = ledger.HoursOf(Spring).Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts));
        (counts.Entered, counts.Appointments, counts.Agreed).Should().Be((new AppointmentCounts(2, 0, 1, 0), new AppointmentCounts(1, 0, 0, 0), new AppointmentCounts(3, 0, 1, 0)));
        counts.Agents.Values.Sum(agent => agent.Appointments.Booked).Should().Be(1);
        var made = (script.Now - Duration.FromDays(3)).InUtc().Date;
        ledger.HoursOf(Spring)[0].Should().Match<HourCounts>(hour => hour.Hour.Date == made && hour.Counts.Entered.NoShow == 1, "it counts when it was made, however late the floor heard of it");
    }

    [Fact]
    public void Whoever_gets_an_appointment_elsewhere_is_in_no_line_any_more()
    {
        var script = new FloorScript().Bring(Prospect(1), Prospect(2)).Bring();
        script.Send(Entered(script, 1)).Ready("zoe").Dialled().Should().Equal(new ProspectId(2));
        script.Failed(1, Outcome.Busy).Send(new ProspectsBrought(script.Now - Duration.FromSeconds(2), Spring, [Prospect(1), Prospect(3)], null, true)).Dialled().Should().Equal([new ProspectId(3)], "a list that was read before it knew no better");
        script.Failed(2, Outcome.Busy).Send(Entered(script, 1, AppointmentState.Cancelled, AppointmentState.Booked)).Bring(Prospect(1)).Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void Their_telephone_stops_ringing_and_the_agent_is_free_for_the_next()
    {
        var script = new FloorScript().Ready("zoe").Bring(Prospect(1), Prospect(2));
        script.Send(Entered(script, 1));
        script.The<AttemptEnded>().Should().BeEquivalentTo(new { Outcome = Outcome.Cancelled, Code = "booked", Verdict = Verdict.Close("success") });
        script.Dialled().Should().Equal(new ProspectId(2));
    }

    [Fact]
    public void An_agent_who_looks_at_them_is_shown_the_next()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("zoe").Bring(Prospect(1), Prospect(2));
        script.Send(Entered(script, 1));
        script.The<PreviewSkipped>().Should().BeEquivalentTo(new { Prospect = new ProspectId(1), Reason = "booked", Verdict = Verdict.Close("success") });
        script.Told<ShowPreview>().Prospect.Should().Be(new ProspectId(2));
    }

    /// <summary>What the agent says of the conversation in which it happened, and whether they are called again.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("refusal", false)]
    [InlineData("callback", true)]
    public void A_conversation_goes_on_and_puts_nobody_back_who_got_an_appointment_meanwhile(string? said, bool again)
    {
        var script = new FloorScript().Ready("zoe").Bring(Prospect(1)).Talk(1);
        script.Send(Entered(script, 1)).Facts.OfType<AttemptEnded>().Should().BeEmpty();
        script = script.Restart();
        script.Connect(answered: [Attempt(1)], joined: [Attempt(1)]).Ended(1);
        if (said is null) script.Wait(Duration.FromMinutes(6));
        else script.Disposed(1, said, script.Now + Duration.FromHours(2));
        script.The<Disposed>().Verdict.MayRedial.Should().Be(again);
    }

    [Fact]
    public void Called_off_before_the_call_is_over_it_keeps_nobody_back()
    {
        var script = new FloorScript().Ready("zoe").Bring(Prospect(1)).Talk(1);
        script.Send(Entered(script, 1)).Send(Entered(script, 1, AppointmentState.Cancelled, AppointmentState.Booked)).Ended(1).Wait(Duration.FromMinutes(6));
        script.The<Disposed>().Verdict.MayRedial.Should().BeTrue();
    }

    private static AppointmentWasSettled Entered(FloorScript script, long prospect, AppointmentState to = AppointmentState.Booked, AppointmentState from = AppointmentState.Cancelled) =>
        new(script.Now, new($"calendar-{prospect}"), Spring, new(prospect), new(prospect), from, to);

    [Fact]
    public void A_campaign_says_how_appointments_are_made_or_makes_none()
    {
        var settings = Settings();
        Flaws(settings with { Appointments = new() }).Should().Equal("appointment-result-missing");
        Flaws(settings with { Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }).Should().Equal("appointment-rules-missing");
        Flaws(settings with { Appointments = new() { HorizonDays = 0 }, Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }).Should().Equal("appointment-horizon");

        static IEnumerable<string> Flaws(CampaignSettings settings) => settings.Flaws(Client(), new TrunkLimits(Line, 1, 1)).Select(flaw => flaw.Reason);
    }
}
