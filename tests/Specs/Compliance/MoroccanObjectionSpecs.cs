using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanObjectionSpecs
{
    private static readonly MoroccanObjection Rule = new();
    private static readonly Question There = Asked.Lawful.OnGroundOf().In("Africa/Casablanca").With(dossier => dossier with { Country = "MA" });
    private static readonly Question Robot = There with { Dialling = Dialling.VoiceBot };
    private static readonly Opposition No = new(Asked.Yes.CollectedAt!.Value, "said");

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "nobody objected", There, null },
        { "objected", Opposed(There), "opposed" },
        { "objected, then consented", Opposed(There, Asked.Yes with { CollectedAt = No.At + Duration.FromSeconds(1) }), null },
        { "objected and consented in one moment", Opposed(There, Asked.Yes), "opposed" },
        { "two consents, the later after the objection", Opposed(There, Asked.Yes, Asked.Yes with { CollectedAt = No.At + Duration.FromSeconds(1) }), null },
        { "two consents, the earlier written last", Opposed(There, Asked.Yes with { CollectedAt = No.At + Duration.FromSeconds(1) }, Asked.Yes), null },
        { "objections that nobody looked for", There.With(dossier => dossier with { OppositionsKnown = false }), "oppositions-unknown" },
        { "a system that gives people", There with { Dialling = Dialling.Predictive }, null },
        { "a robot without consent", Robot, "no-legal-ground" },
        { "perhaps a robot", There with { Dialling = Dialling.Unknown }, "no-legal-ground" },
        { "a robot with consent", Robot.OnGroundOf(Asked.Yes with { PeriodEnd = null, Form = null }), null },
        { "a robot with another client's consent", Robot.OnGroundOf(Asked.Yes with { Professional = new ClientId("globex") }), "no-legal-ground" },
        { "a robot with a consent without proof", Robot.OnGroundOf(Asked.Yes with { Reference = "" }), "no-legal-ground" },
        { "a robot with a withdrawn consent", Robot.OnGroundOf(Asked.Yes with { WithdrawnAt = Robot.At }), "no-legal-ground" },
        { "a service call", Opposed(There) with { Purpose = Purpose.Service }, null },
        { "a professional objected", AtWork(Opposed(There)), "opposed" },
        { "a professional who did not object", AtWork(There), null },
        { "a professional and a robot", AtWork(Robot), null },
        { "in France", Opposed(Asked.Lawful), null },
    };

    [Theory, MemberData(nameof(Table))]
    public void Moroccans_can_object_and_are_spared_robots(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);

    private static Question AtWork(Question question) => question.With(dossier => dossier with { Audience = Audience.Professional, Profession = Profession.Attested });

    private static Question Opposed(Question question, params Consent[] consents) => question.With(dossier => dossier with { Oppositions = [No], Consents = consents });
}
