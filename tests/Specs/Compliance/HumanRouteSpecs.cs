using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class HumanRouteSpecs
{
    private static readonly HumanRoute Rule = new();

    [Theory]
    [InlineData("financial", Dialling.VoiceBot, true, null)]
    [InlineData("financial", Dialling.VoiceBot, false, "no-human-route")]
    [InlineData("finance", Dialling.VoiceBot, null, "no-human-route")]
    [InlineData("telecom", Dialling.VoiceBot, null, null)]
    [InlineData("financial", Dialling.Predictive, null, null)]
    public void Finance_by_machine_leads_to_a_person(string sector, Dialling dialling, bool? route, string? reason) =>
        Rule.Of(Asked.Lawful with { Sector = sector, Dialling = dialling, Matters = new() { Bot = new(true, route, false) } }).Should().Be(reason);

    [Fact]
    public void Nothing_known_of_the_robot_is_no_route()
    {
        var question = Asked.Lawful with { Sector = "financial", Dialling = Dialling.VoiceBot };
        Rule.Of(question).Should().Be("no-human-route");
        Rule.Of(question.About(Matters.None)).Should().BeNull();
    }
}
