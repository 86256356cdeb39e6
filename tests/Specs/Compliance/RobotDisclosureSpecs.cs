using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RobotDisclosureSpecs
{
    private static readonly RobotDisclosure Rule = new();

    [Theory]
    [InlineData(Dialling.VoiceBot, true, null)]
    [InlineData(Dialling.VoiceBot, false, "robot-not-disclosed")]
    [InlineData(Dialling.VoiceBot, null, "robot-not-disclosed")]
    [InlineData(Dialling.Predictive, null, null)]
    public void A_robot_says_what_it_is(Dialling dialling, bool? says, string? reason)
    {
        foreach (var question in new[] { Asked.Lawful, Asked.ToProfessional, Asked.Lawful with { Purpose = Purpose.Service } })
            Rule.Of(question with { Dialling = dialling, Matters = new() { Bot = new(says, null, false) } }).Should().Be(reason);
    }

    [Fact]
    public void Nothing_known_of_the_robot_is_nothing_said()
    {
        Rule.Of(Asked.Lawful with { Dialling = Dialling.VoiceBot }).Should().Be("robot-not-disclosed");
        Rule.Of(Asked.Lawful.About(Matters.None) with { Dialling = Dialling.VoiceBot }).Should().BeNull();
    }
}
