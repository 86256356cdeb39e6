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
    public void A_campaign_says_how_appointments_are_made_or_makes_none()
    {
        var settings = Settings();
        Flaws(settings with { Appointments = new() }).Should().Equal("appointment-result-missing");
        Flaws(settings with { Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }).Should().Equal("appointment-rules-missing");
        Flaws(settings with { Appointments = new() { HorizonDays = 0 }, Dispositions = [.. settings.Dispositions, StandardDispositions.Appointment] }).Should().Equal("appointment-horizon");

        static IEnumerable<string> Flaws(CampaignSettings settings) => settings.Flaws(Client(), new TrunkLimits(Line, 1, 1)).Select(flaw => flaw.Reason);
    }
}
