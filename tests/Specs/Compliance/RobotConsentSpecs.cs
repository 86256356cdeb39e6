using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RobotConsentSpecs
{
    private static readonly RobotConsent Rule = new();
    private static readonly Question Robot = Asked.Lawful with { Dialling = Dialling.VoiceBot };
    private static readonly Consent ToRobots = Asked.Yes with { Channels = ["sms", "voice_bot"] };

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "a consent to robots", Robot.OnGroundOf(ToRobots), null },
        { "a consent to people", Robot, "no-consent-to-robots" },
        { "a consent to messages", Robot.OnGroundOf(Asked.Yes with { Channels = ["sms"] }), "no-consent-to-robots" },
        { "no consent", Robot.OnGroundOf(), "no-consent-to-robots" },
        { "a withdrawn consent to robots", Robot.OnGroundOf(ToRobots with { WithdrawnAt = Robot.At }), "no-consent-to-robots" },
        { "on a contract, a sound consent to robots", Robot.OnGroundOf(ToRobots, Asked.Contract), null },
        { "on a contract, a consent to robots that is over", Robot.OnGroundOf(ToRobots with { PeriodEnd = Robot.At - Duration.FromSeconds(1) }, Asked.Contract), "no-consent-to-robots" },
        { "on a contract, another client's consent to robots", Robot.OnGroundOf(ToRobots with { Professional = new ClientId("globex") }, Asked.Contract), "no-consent-to-robots" },
        { "on a contract, a consent to robots without proof", Robot.OnGroundOf(ToRobots with { Reference = "" }, Asked.Contract), "no-consent-to-robots" },
        { "a sound consent to people beside another client's to robots", Robot.With(dossier => dossier with { Consents = [Asked.Yes, ToRobots with { Professional = new ClientId("globex") }] }), "no-consent-to-robots" },
        { "the consent on which it rests has a flaw that its own rule names", Robot.OnGroundOf(ToRobots with { Form = null }), null },
        { "a customer called about a similar product", Robot.OnGroundOf() with { Matters = new() { Bot = new(true, true, true) } }, null },
        { "a robot that speaks to a stranger", Robot.OnGroundOf() with { Matters = new() { Bot = new(true, true, false) } }, "no-consent-to-robots" },
        { "a person who calls", Asked.Lawful with { Dialling = Dialling.Predictive }, null },
        { "a service call", Robot with { Purpose = Purpose.Service }, null },
        { "a professional", Asked.ToProfessional with { Dialling = Dialling.VoiceBot }, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void Robots_call_whom_they_may(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);
}
