using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>Whom no hour can serve now waits for their next lawful moment, and nothing is written about them.</summary>
public sealed class ClosedHourSpecs
{
    private static Dossier InReunion(long id) => Prospect(id) with { Zones = ["Indian/Reunion"], Territory = "FR-974" };

    private static Dossier AtWork(long id) => Prospect(id) with { Audience = Audience.Professional, Profession = Profession.Attested };

    private static Instant Paris(int day, int hour, int minute = 0) => new LocalDateTime(2026, 11, day, hour, minute).InZoneLeniently(Zones.Paris).ToInstant();

    private static FloorScript At(Instant at, Func<CampaignSettings, CampaignSettings>? change = null)
    {
        var script = new FloorScript(change);
        return script.Wait(at - script.Now);
    }

    [Theory]
    [InlineData(DialMode.Preview)]
    [InlineData(DialMode.Progressive)]
    [InlineData(DialMode.Power)]
    [InlineData(DialMode.Predictive)]
    public void At_lunch_nobody_is_dialled_or_refused_and_after_lunch_they_are_called(DialMode mode)
    {
        var script = At(Paris(23, 13), settings => settings with { Mode = mode, Notice = "notice" }).Ready("ann").Bring(Prospect(1), Prospect(2));
        script.Wait(5).Wait(5);
        script.Journal.Should().NotContain(fact => fact is AttemptPermitted || fact is DialRefused || fact is PreviewShown);
        script.Floor.Rooms[Spring].Closed.Next.Should().Be(Paris(23, 14));
        script.Wait(Paris(23, 14) - script.Now).Told<BringProspects>().Closed.Should().BeEmpty("their hour has come");
        script.Bring(Prospect(1), Prospect(2)).Wait(1);
        script.Journal.Should().Contain(fact => fact is AttemptPermitted || fact is PreviewShown);
        script.Journal.Should().NotContain(fact => fact is DialRefused);
    }

    [Fact]
    public void Prospects_brought_before_the_hour_closed_are_let_go_when_it_closes()
    {
        var script = At(Paris(23, 12, 59)).Bring([.. Enumerable.Range(1, 12).Select(id => Prospect(id))]);
        script.Floor.Rooms[Spring].Hopper.Count.Should().Be(12);
        script.Wait(60).Ready("ann");
        script.Journal.Should().NotContain(fact => fact is AttemptPermitted || fact is DialRefused);
        script.Floor.Rooms[Spring].Hopper.Count.Should().Be(0);
    }

    [Fact]
    public void Those_behind_them_in_the_list_come_forward_at_once()
    {
        // Ten in Paris is one in the afternoon in Réunion.
        var script = At(Paris(23, 10)).Ready("ann");
        var wish = script.Bring(InReunion(1), InReunion(2)).Told<BringProspects>();
        wish.Closed.Should().Equal(new Whereabouts(Audience.Consumer, "FR", "Indian/Reunion", "FR-974"));
        script.Bring(Prospect(3)).Dialled().Should().Equal(new ProspectId(3));
    }

    [Fact]
    public void A_list_of_which_all_wait_is_looked_through_once_a_minute_and_at_their_hour()
    {
        var script = At(Paris(23, 10)).Ready("ann").Bring(InReunion(1));
        script.Send(new ProspectsBrought(script.Now, Spring, [], null, true)).Instructions.Should().BeEmpty();
        script.Floor.Rooms[Spring].Hopper.NextDue.Should().Be(Paris(23, 11), "eleven in Paris is two o'clock there");
        script.Wait(30).Instructions.Should().BeEmpty();
        script.Wait(31).Told<BringProspects>();
        script.Send(new ProspectsBrought(script.Now, Spring, [], null, true));
        script.Wait(Paris(23, 11) - script.Now).Told<BringProspects>().Closed.Should().BeEmpty();
        script.Bring(InReunion(1)).Dialled().Should().Equal(new ProspectId(1));
    }

    [Theory]
    [InlineData("consumer", 12, "2026-11-23T13:00:00Z")]
    [InlineData("work", 19, "2026-11-24T07:30:00Z")]
    [InlineData("Alsace", 10, "2026-12-28T09:00:00Z")]
    public void Each_waits_by_their_own_rule(string who, int utcHour, string opens)
    {
        var (day, dossier) = who switch
        {
            "work" => (new LocalDate(2026, 11, 23), AtWork(1)),
            "Alsace" => (new LocalDate(2026, 12, 26), Prospect(1) with { Territory = "FR-67" }),
            _ => (new LocalDate(2026, 11, 23), Prospect(1)),
        };
        var script = At((day + new LocalTime(utcHour, 0)).InUtc().ToInstant()).Ready("ann").Bring(dossier);
        script.Floor.Rooms[Spring].Closed.Next.Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Parse(opens).Value);
        script.Journal.Should().NotContain(fact => fact is DialRefused);
    }

    [Fact]
    public void Whoever_is_refused_for_another_reason_is_refused_at_their_hour_with_a_fact()
    {
        var script = At(Paris(23, 10)).Ready("ann").Bring(Prospect(1) with { Consents = [] });
        script.The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-CONSENT");
    }

    [Fact]
    public void Whoever_agreed_to_a_moment_of_their_own_is_called_then()
    {
        var agreed = Prospect(1) with { Slots = [new AgreedSlot(Paris(23, 13, 30), "mail-7")] };
        var script = At(Paris(23, 13, 30)).Ready("ann").Bring(agreed, Prospect(2));
        script.Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void Somebody_in_no_known_zone_is_refused_for_no_hour_will_ever_be_known()
    {
        var script = At(Paris(23, 13)).Ready("ann").Bring(Prospect(1) with { Zones = [] });
        script.The<DialRefused>().Refusal.Reason.Should().Be("zone-missing");
    }

    [Fact]
    public void A_practice_asks_at_any_hour_so_that_its_refusals_are_seen()
    {
        var script = At(Paris(23, 13), settings => settings with { AsksAtAnyHour = true }).Ready("ann").Bring(Prospect(1));
        script.The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-HOURS");
    }
}
