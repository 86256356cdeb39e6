using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanHoursSpecs
{
    private const string Casablanca = "Africa/Casablanca";
    private static readonly MoroccanHours Rule = new();

    private static Question Moroccan(string local) => Asked.Lawful.When(local, Casablanca).In(Casablanca).With(dossier => dossier with { Country = "MA", Territory = null });

    [Theory]
    [InlineData("2026-11-23T08:59:59", false)]
    [InlineData("2026-11-23T09:00:00", true)]
    [InlineData("2026-11-23T13:30:00", true)]
    [InlineData("2026-11-23T19:59:59", true)]
    [InlineData("2026-11-23T20:00:00", false)]
    [InlineData("2026-11-24T03:00:00", false)]
    [InlineData("2026-11-28T11:00:00", true)]
    [InlineData("2026-11-29T11:00:00", false)]
    public void Nobody_in_Morocco_is_called_at_night_or_on_a_Sunday(string local, bool open)
    {
        Rule.Of(Moroccan(local)).Should().Be(open ? null : "outside-hours");
        Rule.Of(Moroccan(local).With(dossier => dossier with { Audience = Audience.Professional, Profession = Profession.Attested })).Should().Be(open ? null : "outside-hours");
    }

    /// <summary>Summer time had ended everywhere else when Morocco gave up its own (tzdb 2026c).</summary>
    [Theory]
    [InlineData("2026-09-18T08:30:00Z", true)]
    [InlineData("2026-09-21T08:30:00Z", false)]
    [InlineData("2026-03-10T08:30:00Z", false)]
    public void Their_hours_are_those_of_their_own_clock(string utc, bool open) =>
        Rule.Of((Moroccan("2026-11-23T10:00:00") with { At = Asked.Utc(utc) })).Should().Be(open ? null : "outside-hours");

    [Theory]
    [InlineData("2026-11-23T20:00:00", "2026-11-24T09:00:00")]
    [InlineData("2026-11-28T21:00:00", "2026-11-30T09:00:00")]
    [InlineData("2026-11-24T03:00:00", "2026-11-24T09:00:00")]
    public void The_next_opening_is_told(string refused, string opening) => Rule.Judge(Moroccan(refused)).NotBefore.Should().Be(Asked.Local(opening, Casablanca));

    [Theory]
    [InlineData("zone-missing")]
    [InlineData("zone-unknown", "Africa/Anfa")]
    public void Their_zones_are_known_and_exist(string reason, params string[] zones) => Rule.Of(Moroccan("2026-11-23T10:00:00").In(zones)).Should().Be(reason);

    [Fact]
    public void France_has_hours_of_its_own_and_a_service_has_none()
    {
        Rule.Of(Asked.Lawful.When("2026-11-24T03:00:00")).Should().BeNull();
        Rule.Of(Moroccan("2026-11-24T03:00:00") with { Purpose = Purpose.Service }).Should().BeNull();
    }
}
