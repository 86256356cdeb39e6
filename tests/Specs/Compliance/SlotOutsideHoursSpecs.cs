using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class SlotOutsideHoursSpecs
{
    private static readonly SlotOutsideHours Rule = new();
    private static readonly Instant Agreed = Asked.Local("2026-11-28T11:00:00");

    [Theory]
    [InlineData("2026-11-28T11:00:00", "SLOT-1", true)]
    [InlineData("2026-11-28T10:45:00", "SLOT-1", true)]
    [InlineData("2026-11-28T10:44:59", "SLOT-1", false)]
    [InlineData("2026-11-28T11:15:00", "SLOT-1", true)]
    [InlineData("2026-11-28T11:15:01", "SLOT-1", false)]
    [InlineData("2026-11-28T11:00:00", "", false)]
    [InlineData("2026-11-28T11:00:00", " ", false)]
    [InlineData("2026-11-28T11:00:00", null, false)]
    [InlineData("2026-11-29T11:00:00", "SLOT-1", false)]
    public void An_agreed_hour_opens_a_quarter_of_an_hour_around_it(string now, string? evidence, bool open) =>
        SlotOutsideHours.Permits(Asked.Lawful.When(now).With(dossier => dossier with { Slots = [new(Asked.Local("2026-11-20T11:00:00"), "SLOT-0"), new(Agreed, evidence)] })).Should().Be(open);

    [Theory]
    [InlineData("2026-08-10T21:00:00", false)]
    [InlineData("2026-08-11T21:00:00", true)]
    public void There_was_no_such_thing_before_the_eleventh_of_August(string now, bool open) =>
        SlotOutsideHours.Permits(Asked.Lawful.When(now).With(dossier => dossier with { Slots = [new(Asked.Local(now), "SLOT-1")] })).Should().Be(open);

    [Fact]
    public void A_call_under_way_began_at_the_agreed_hour() =>
        SlotOutsideHours.Permits(Asked.Lawful.When("2026-11-28T11:40:00").With(dossier => dossier with { Slots = [new(Agreed, "SLOT-1")] }) with { Placed = Agreed }).Should().BeTrue();

    [Fact]
    public void It_is_named_where_it_opens_and_refuses_nothing()
    {
        var open = Asked.Lawful.When("2026-11-28T11:00:00").With(dossier => dossier with { Slots = [new(Agreed, "SLOT-1")] });
        RuleBook.Standard.Examine(open).Select(one => one.Rule.Id).Should().Contain(Rule.Id).And.NotContain("FR-B2C-HOURS");
        RuleBook.Standard.Ask(open).Permit.Should().NotBeNull();
        Rule.Concerns(Asked.Lawful).Should().BeFalse();
        Rule.Concerns(open with { Purpose = Purpose.Service }).Should().BeFalse();
    }
}
