using NodaTime;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Prospecting;

namespace Plateau.Specs.Prospecting;

/// <summary>What must be told before any pitch stands in the script's first step; told later, it is told too late.</summary>
public sealed class OpeningSpecs
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData("generic", true, OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial)]
    [InlineData("generic", false, OpeningDuty.Caller, OpeningDuty.Principal)]
    [InlineData("generic", false, OpeningDuty.Caller, OpeningDuty.Commercial)]
    [InlineData("generic", false, OpeningDuty.Principal, OpeningDuty.Commercial)]
    [InlineData("financial", false, OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial)]
    [InlineData("financial", true, OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial, OpeningDuty.Link)]
    public void An_opening_is_whole_when_its_first_step_tells_all(string sector, bool whole, params OpeningDuty[] told)
    {
        var first = new ScriptStep("s1", "Opening", "Good morning.") { Tells = told };
        OpeningWords.IsWhole(new Script([first]).Opening, sector, Now).Should().Be(whole);
        OpeningWords.IsWhole(new Script([new ScriptStep("s0", "Pitch", "Buy."), first]).Opening, sector, Now).Should().BeFalse();
    }

    [Fact]
    public void A_script_without_a_step_opens_with_nothing() => OpeningWords.IsWhole(new Script([]).Opening, "generic", Now).Should().BeFalse();
}
