using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class ConsumerHoursSpecs
{
    private static readonly ConsumerHours Rule = new();

    [Theory]
    [InlineData("2026-11-23T09:59:59", false)]
    [InlineData("2026-11-23T10:00:00", true)]
    [InlineData("2026-11-23T12:59:59", true)]
    [InlineData("2026-11-23T13:00:00", false)]
    [InlineData("2026-11-23T13:59:59", false)]
    [InlineData("2026-11-23T14:00:00", true)]
    [InlineData("2026-11-23T19:59:59", true)]
    [InlineData("2026-11-23T20:00:00", false)]
    [InlineData("2026-11-27T19:59:59", true)]
    [InlineData("2026-11-28T10:30:00", false)]
    [InlineData("2026-11-29T10:30:00", false)]
    public void Consumers_are_called_on_weekdays_from_ten_to_one_and_from_two_to_eight(string local, bool open) =>
        Rule.Of(Asked.Lawful.When(local)).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("2026-10-23T07:59:59Z", false)]
    [InlineData("2026-10-23T08:00:00Z", true)]
    [InlineData("2026-10-26T08:59:59Z", false)]
    [InlineData("2026-10-26T09:00:00Z", true)]
    [InlineData("2027-03-26T08:59:59Z", false)]
    [InlineData("2027-03-26T09:00:00Z", true)]
    [InlineData("2027-03-30T07:59:59Z", false)]
    [InlineData("2027-03-30T08:00:00Z", true)]
    [InlineData("2027-03-30T17:59:59Z", true)]
    [InlineData("2027-03-30T18:00:00Z", false)]
    public void The_hours_follow_the_change_of_summer_and_winter_time(string utc, bool open) =>
        Rule.Of(Asked.Lawful with { At = Asked.Utc(utc) }).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("Indian/Reunion", "2026-11-23T05:59:59Z", false)]
    [InlineData("Indian/Reunion", "2026-11-23T06:00:00Z", true)]
    [InlineData("Indian/Reunion", "2026-11-23T09:00:00Z", false)]
    [InlineData("Indian/Reunion", "2026-11-23T15:59:59Z", true)]
    [InlineData("Indian/Reunion", "2026-11-23T16:00:00Z", false)]
    [InlineData("America/Martinique", "2026-11-23T13:59:59Z", false)]
    [InlineData("America/Martinique", "2026-11-23T14:00:00Z", true)]
    [InlineData("America/Martinique", "2026-11-23T23:59:59Z", true)]
    [InlineData("America/Martinique", "2026-11-24T00:00:00Z", false)]
    [InlineData("America/Cayenne", "2026-11-23T10:00:00Z", false)]
    [InlineData("Africa/Casablanca", "2026-11-23T10:00:00Z", true)]
    [InlineData("Africa/Casablanca", "2026-11-23T09:59:59Z", false)]
    public void The_hours_are_those_of_the_persons_own_clock(string zone, string utc, bool open) =>
        Rule.Of((Asked.Lawful with { At = Asked.Utc(utc) }).In(zone)).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("2026-11-23T09:59:59", false)]
    [InlineData("2026-11-23T10:00:00", false)]
    [InlineData("2026-11-23T11:00:00", true)]
    [InlineData("2026-11-23T12:59:59", true)]
    [InlineData("2026-11-23T13:30:00", false)]
    [InlineData("2026-11-23T16:59:59", true)]
    [InlineData("2026-11-23T17:00:00", false)]
    public void When_the_zone_is_in_doubt_every_candidate_must_be_open(string paris, bool open) =>
        new string[][] { [Asked.Paris, "Indian/Reunion"], ["Indian/Reunion", Asked.Paris] }
            .Should().AllSatisfy(zones => Rule.Of(Asked.Lawful.When(paris).In(zones)).Should().Be(open ? null : "outside-hours"));

    [Theory]
    [InlineData("2026-11-23T09:59:59", "2026-11-23T10:00:00")]
    [InlineData("2026-11-23T13:00:00", "2026-11-23T14:00:00")]
    [InlineData("2026-11-23T20:00:00", "2026-11-24T10:00:00")]
    [InlineData("2026-11-27T20:00:00", "2026-11-30T10:00:00")]
    [InlineData("2026-11-28T12:00:00", "2026-11-30T10:00:00")]
    [InlineData("2026-11-10T20:00:00", "2026-11-12T10:00:00")]
    [InlineData("2026-12-24T20:00:00", "2026-12-28T10:00:00")]
    [InlineData("2027-03-26T20:00:00", "2027-03-30T10:00:00")]
    public void The_next_opening_passes_over_nights_weekends_and_holidays(string refused, string opening) =>
        Rule.Judge(Asked.Lawful.When(refused)).NotBefore.Should().Be(Asked.Local(opening));

    [Theory]
    [InlineData(null, "Europe/Paris")]
    [InlineData(null, "Europe/Paris", "Indian/Reunion")]
    [InlineData("zone-missing")]
    [InlineData("zone-unknown", "Europe/Lutetia")]
    [InlineData("zone-unknown", "")]
    [InlineData("zone-unknown", "Europe/Paris", "Europe/Lutetia")]
    public void The_persons_zones_are_known_and_exist(string? reason, params string[] zones) =>
        Rule.Of(Asked.Lawful.When("2026-11-23T11:30:00").In(zones)).Should().Be(reason);

    [Theory]
    [InlineData(Purpose.Prospecting, false, false)]
    [InlineData(Purpose.Press, false, false)]
    [InlineData(Purpose.Service, false, true)]
    [InlineData(Purpose.Service, true, false)]
    public void A_call_that_only_serves_has_no_hours(Purpose purpose, bool offer, bool open) =>
        Rule.Of(Asked.Lawful.When("2026-11-23T13:30:00") with { Purpose = purpose, HasOffer = offer }).Should().Be(open ? null : "outside-hours");

    [Fact]
    public void A_call_under_way_is_judged_by_the_moment_of_its_dial()
    {
        var late = Asked.Lawful.When("2026-11-23T20:00:10") with { Phase = Phase.Answer };
        Rule.Of(late).Should().Be("outside-hours");
        Rule.Of(late with { Placed = Asked.Local("2026-11-23T19:59:50") }).Should().BeNull();
    }

    [Fact]
    public void An_agreed_slot_is_not_this_rules_business() =>
        Rule.Of(Asked.Lawful.When("2026-11-28T11:00:00").With(dossier => dossier with { Slots = [new(Asked.Local("2026-11-28T11:00:00"), "SLOT-1")] })).Should().BeNull();

    [Theory]
    [InlineData("2026-12-24T20:00:00", "FR-67", "2026-12-28T10:00:00")]
    [InlineData("2027-03-25T20:00:00", "FR-67", "2027-03-30T10:00:00")]
    [InlineData("2027-03-25T20:00:00", "FR-75", "2027-03-26T10:00:00")]
    public void The_next_opening_passes_over_local_holidays(string refused, string territory, string opening) =>
        Rule.Judge(Asked.Lawful.When(refused).With(dossier => dossier with { Territory = territory })).NotBefore.Should().Be(Asked.Local(opening));

    [Fact]
    public void A_client_without_local_holidays_is_open_on_them() =>
        Rule.Judge(Asked.Lawful.When("2027-03-25T20:00:00").With(dossier => dossier with { Territory = "FR-67" }) with { SwitchedOff = [new("FR-B2C-HOLIDAY-LOCAL", "read")] })
            .NotBefore.Should().Be(Asked.Local("2027-03-26T10:00:00"));

    [Fact]
    public void Two_zones_that_are_never_open_together_have_no_next_opening() =>
        Rule.Judge(Asked.Lawful.In("Pacific/Tahiti", "Indian/Reunion")).NotBefore.Should().BeNull();

    [Fact]
    public void Somebody_at_work_is_not_this_rules_business() =>
        Rule.Of(Asked.ToProfessional.When("2026-11-23T09:00:00")).Should().BeNull();
}
