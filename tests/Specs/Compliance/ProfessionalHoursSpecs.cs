using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class ProfessionalHoursSpecs
{
    private static readonly ProfessionalHours Rule = new();

    [Theory]
    [InlineData("2026-11-23T08:29:59", false)]
    [InlineData("2026-11-23T08:30:00", true)]
    [InlineData("2026-11-23T13:30:00", true)]
    [InlineData("2026-11-23T18:29:59", true)]
    [InlineData("2026-11-23T18:30:00", false)]
    [InlineData("2026-11-28T10:30:00", false)]
    [InlineData("2026-11-29T10:30:00", false)]
    [InlineData("2026-11-11T10:30:00", true)]
    public void Professionals_are_called_on_working_days_from_half_past_eight_to_half_past_six(string local, bool open) =>
        Rule.Of(Asked.ToProfessional.When(local)).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("Indian/Reunion", "2026-11-23T04:29:59Z", false)]
    [InlineData("Indian/Reunion", "2026-11-23T04:30:00Z", true)]
    [InlineData("America/Martinique", "2026-11-23T12:29:59Z", false)]
    [InlineData("America/Martinique", "2026-11-23T12:30:00Z", true)]
    public void Their_hours_are_those_of_their_own_clock(string zone, string utc, bool open) =>
        Rule.Of((Asked.ToProfessional with { At = Asked.Utc(utc) }).In(zone)).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("2026-11-23T18:30:00", "2026-11-24T08:30:00")]
    [InlineData("2026-11-10T18:30:00", "2026-11-11T08:30:00")]
    [InlineData("2026-11-27T19:00:00", "2026-11-30T08:30:00")]
    public void The_next_opening_is_a_working_day(string refused, string opening) =>
        Rule.Judge(Asked.ToProfessional.When(refused)).NotBefore.Should().Be(Asked.Local(opening));

    [Fact]
    public void A_consumer_is_not_this_rules_business() => Rule.Of(Asked.Lawful.When("2026-11-23T20:30:00")).Should().BeNull();

    [Theory]
    [InlineData("zone-missing")]
    [InlineData("zone-unknown", "Europe/Lutetia")]
    public void Their_zones_are_known_and_exist(string reason, params string[] zones) => Rule.Of(Asked.ToProfessional.In(zones)).Should().Be(reason);

    [Fact]
    public void A_call_that_only_serves_has_no_hours() =>
        Rule.Of(Asked.ToProfessional.When("2026-11-23T20:30:00") with { Purpose = Plateau.Core.Compliance.Purpose.Service }).Should().BeNull();
}
