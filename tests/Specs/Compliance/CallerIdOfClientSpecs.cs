using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdOfClientSpecs
{
    private static readonly CallerIdOfClient Rule = new();
    private static readonly ShownNumber Owned = Asked.Owned;

    public static TheoryData<string, ShownNumber, string?> Table => new()
    {
        { "owned, with a mandate that runs", Owned, null },
        { "no number at all", Owned with { Number = null }, "caller-id-missing" },
        { "an empty number", Owned with { Number = "" }, "caller-id-missing" },
        { "a number of nobody's", Owned with { AssignedTo = null }, "caller-id-not-the-clients" },
        { "another client's number", Owned with { AssignedTo = new ClientId("globex") }, "caller-id-not-the-clients" },
        { "a mandate that does not run", Owned with { MandateRuns = false }, "caller-id-mandate-ended" },
        { "a mandate without reference", Owned with { Mandate = "" }, "caller-id-mandate-ended" },
        { "no mandate", Owned with { Mandate = null }, "caller-id-mandate-ended" },
    };

    [Theory, MemberData(nameof(Table))]
    public void The_number_shown_belongs_to_the_client(string what, ShownNumber shown, string? reason) =>
        Rule.Of(Asked.Lawful with { Shown = shown }).Should().Be(reason, what);

    [Fact]
    public void A_call_that_only_serves_shows_a_true_number_too() =>
        Rule.Of(Asked.Lawful with { Purpose = Purpose.Service, Shown = Owned with { AssignedTo = null } }).Should().Be("caller-id-not-the-clients");

    [Fact]
    public void Neither_a_professional_nor_a_form_is_this_rules_business()
    {
        Rule.Of(Asked.ToProfessional with { Shown = Owned with { Number = null } }).Should().BeNull();
        Rule.Of(Asked.Lawful.About(Matters.None) with { Shown = Owned with { Number = null } }).Should().BeNull();
    }
}
