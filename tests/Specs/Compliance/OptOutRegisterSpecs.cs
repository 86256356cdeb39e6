using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class OptOutRegisterSpecs
{
    private static readonly OptOutRegister Rule = new();
    private static readonly Question Then = Asked.Lawful.OnGroundOf().When("2026-08-10T11:00:00");
    private static readonly Instant Asked1 = Asked.Local("2026-08-01T09:00:00");

    public static TheoryData<string, RegisterCheck?, string?> Table => new()
    {
        { "screened and not listed", new(false, Asked1), null },
        { "listed", new(true, Asked1), "on-register" },
        { "never screened", null, "register-not-asked" },
        { "screened, the answer lost", new(null, Asked1), "register-not-asked" },
        { "screened, nobody knows when", new(false, null), "register-not-asked" },
        { "a month ago to the second", new(false, Asked.Local("2026-07-10T11:00:00")), null },
        { "a month and a second ago", new(false, Asked.Local("2026-07-10T10:59:59")), "register-too-old" },
        { "this very moment", new(false, Asked.Local("2026-08-10T11:00:00")), null },
        { "in the future", new(false, Asked.Local("2026-08-10T11:00:01")), "register-too-old" },
    };

    [Theory, MemberData(nameof(Table))]
    public void The_register_was_asked_within_the_month(string what, RegisterCheck? check, string? reason) =>
        Rule.Of(Then.With(dossier => dossier with { Register = check })).Should().Be(reason, what);

    [Theory]
    [InlineData("2026-08-10T23:59:59", "FR-B2C-BLOCTEL-LEGACY", "FR-B2C-CONSENT")]
    [InlineData("2026-08-11T00:00:00", "FR-B2C-CONSENT", "FR-B2C-BLOCTEL-LEGACY")]
    public void It_gave_way_to_consent_on_the_eleventh_of_August(string local, string speaks, string silent)
    {
        var faults = RuleBook.Standard.Examine(Then.When(local)).Where(one => !one.Finding.Passes).Select(one => one.Rule.Id).ToList();
        faults.Should().Contain(speaks).And.NotContain(silent);
    }

    [Fact]
    public void Contract_service_press_and_work_are_outside_it()
    {
        Rule.Of(Then.OnGroundOf(contract: Asked.Contract)).Should().BeNull();
        Rule.Of(Then.OnGroundOf(Asked.Yes)).Should().Be("register-not-asked");
        Rule.Of(Then with { Purpose = Purpose.Service }).Should().BeNull();
        Rule.Of(Then with { Purpose = Purpose.Press }).Should().BeNull();
        Rule.Of(Asked.ToProfessional).Should().BeNull();
    }
}
