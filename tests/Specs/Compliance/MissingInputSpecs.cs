using System.Reflection;
using Plateau.Core.Compliance;

namespace Plateau.Specs.Compliance;

/// <summary>Silence is never a yes: whatever is taken away from a lawful question, it is refused, unless nothing rested on it.</summary>
public sealed class MissingInputSpecs
{
    /// <summary>Inputs whose absence says something itself (never called, never objected), or that only name the person.</summary>
    private static readonly string[] SayNothingByAbsence = 
    [
        "Prospect", "Customer", "Territory", "Oppositions", "Attempts", "Tried", "At", "Dossier", "Slots", "Register", "LastHeard", "List", "Cells", "UnderWay", "Numbers",
        "IsCall", "Phase", "Purpose", "HasOffer", "Clicked", "Placed", "Tzdb", "Matters", "SwitchedOff", "LunarDays", "Disturbed", "Prospects", "ToConsumer", "Automated",
    ];

    private static readonly Dictionary<string, Func<Question, Question>> Taken = new()
    {
        ["Country"] = question => question.With(dossier => dossier with { Country = "" }),
        ["Zones"] = question => question.In(),
        ["Audience"] = question => question.With(dossier => dossier with { Audience = Audience.Unknown }),
        ["Client"] = question => question.With(dossier => dossier with { Client = default }),
        ["Consents"] = question => question.With(dossier => dossier with { Consents = [] }),
        ["Contracts"] = question => question.With(dossier => dossier with { Contracts = [] }),
        ["Requests"] = question => question.With(dossier => dossier with { Requests = [] }),
        ["Product"] = question => question with { Product = "" },
        ["Shown"] = question => question with { Shown = new(null, null, null, null, false, null) },
        ["AttemptsKnown"] = question => question.With(dossier => dossier with { AttemptsKnown = false }),
        ["OppositionsKnown"] = question => question.With(dossier => dossier with { OppositionsKnown = false }),
        ["Profession"] = question => question.With(dossier => dossier with { Profession = null }),
        ["Sector"] = question => question with { Sector = "" },
        ["Dialling"] = question => question.ShowingAs(shown => shown with { Number = "+33199001234" }) with { Dialling = Dialling.Unknown },
    };

    /// <summary>What each ground can do without. The product is what a professional's interest is not tied to.</summary>
    private static readonly Dictionary<string, (Question Question, string[] Needless)> Grounds = new()
    {
        ["consent"] = (Asked.Lawful, ["Contracts", "Requests", "Profession"]),
        ["contract"] = (Asked.Lawful.OnGroundOf(contract: Asked.Contract), ["Consents", "Requests", "Profession"]),
        ["request"] = (Asked.Lawful.OnGroundOf(request: Asked.Request), ["Consents", "Contracts", "Profession"]),
        ["professional"] = (Asked.ToProfessional, ["Client", "Consents", "Contracts", "Requests", "Product", "AttemptsKnown", "Sector"]),
    };

    public static TheoryData<string, string> Pairs =>
        [.. from ground in Grounds.Keys from input in Taken.Keys select (ground, input)];

    [Theory, MemberData(nameof(Pairs))]
    public void A_lawful_question_that_loses_an_input_is_refused(string ground, string input)
    {
        var (question, needless) = Grounds[ground];
        RuleBook.Standard.Ask(question).Permit!.Ground.Should().Be(ground);
        (RuleBook.Standard.Ask(Taken[input](question)).Permit is not null).Should().Be(needless.Contains(input), $"{input} was taken away");
    }

    [Fact]
    public void Every_input_of_a_question_is_thought_of_here() =>
        new[] { typeof(Question), typeof(Dossier) }.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => property.Name).Distinct()
            .Should().BeEquivalentTo(Taken.Keys.Concat(SayNothingByAbsence));

    [Fact]
    public void A_book_without_a_ground_rule_grants_nothing_in_silence()
    {
        var book = new RuleBook("torn", [.. RuleBook.Standard.Rules.Where(rule => rule.Id != "FR-B2C-CONSENT")]);
        FluentActions.Invoking(() => book.Ask(Asked.Lawful.OnGroundOf())).Should().Throw<InvalidOperationException>();
    }
}
