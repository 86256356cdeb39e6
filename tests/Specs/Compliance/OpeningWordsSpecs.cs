using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class OpeningWordsSpecs
{
    private static readonly OpeningWords Rule = new();
    private static readonly Opening Full = new(true, true, true, null);

    public static TheoryData<string, Opening, string, string, string?> Table => new()
    {
        { "all three", Full, "telecom", "2026-11-23T10:30:00", null },
        { "without the caller", Full with { Caller = false }, "telecom", "2026-11-23T10:30:00", "opening-incomplete" },
        { "without the principal", Full with { Principal = null }, "telecom", "2026-11-23T10:30:00", "opening-incomplete" },
        { "without the commercial nature", Full with { Commercial = false }, "telecom", "2026-11-23T10:30:00", "opening-incomplete" },
        { "in finance without the link", Full, "financial", "2026-06-19T10:30:00", "opening-incomplete" },
        { "in finance by its other name", Full, "finance", "2026-06-19T10:30:00", "opening-incomplete" },
        { "in finance with the link", Full with { Link = true }, "financial", "2026-06-19T10:30:00", null },
        { "in finance before the link was owed", Full, "financial", "2026-06-18T10:30:00", null },
    };

    [Theory, MemberData(nameof(Table))]
    public void The_opening_says_who_for_whom_and_why(string what, Opening opening, string sector, string at, string? reason) =>
        Rule.Of(Asked.Lawful.When(at).About(new Matters { Opening = opening }) with { Sector = sector }).Should().Be(reason, what);

    [Fact]
    public void A_call_without_script_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
