using Plateau.Core.Prospecting;

namespace Plateau.Specs.Prospecting;

/// <summary>A script is read aloud only when every way through it leads somewhere and every variable has a meaning.</summary>
public sealed class ScriptSpecs
{
    private static readonly Script Whole = new(
    [
        new("s1", "Ouverture", "Bonjour {firstname}, né à {column:Ville de naissance} ?", [new("Oui", "s2")]),
        new("s2", "Fin", "Merci."),
    ]);

    [Fact]
    public void A_script_whose_answers_lead_to_its_steps_has_no_flaw() => Whole.Flaws("campaign c").Should().BeEmpty();

    [Theory]
    [InlineData("s9", "Merci.", "{name}", "script-branch-lost")]
    [InlineData("s2", " ", "{name}", "script-step-empty")]
    [InlineData("s2", "Merci.", "{nom}", "script-variable-unknown")]
    public void What_cannot_be_read_aloud_is_named(string then, string last, string said, string reason) =>
        new Script([new("s1", "", said, [new("Oui", then)]), new("s2", "", last)]).Flaws("campaign c").Select(flaw => flaw.Reason).Should().Equal(reason);

    [Fact]
    public void Two_steps_of_one_name_are_named_once() =>
        new Script([new("s1", "", "Un"), new("s1", "", "Deux")]).Flaws("campaign c").Select(flaw => flaw.Reason).Should().Equal("script-step-twice");

    [Fact]
    public void A_script_longer_than_a_book_is_refused() =>
        new Script([new("s1", "", new string('a', Script.MostLetters + 1))]).Flaws("campaign c").Select(flaw => flaw.Reason).Should().Equal("script-too-long");

    [Theory]
    [InlineData("s1:Oui", 1, "s2")]
    [InlineData("", 0, "s1")]
    [InlineData("s1:Peut-être", 0, "s1")]
    [InlineData("s2:Oui", 0, "s1")]
    [InlineData("s1:Oui s2:Oui", 1, "s2")]
    public void Answers_lead_as_far_as_the_script_still_asks_them(string given, int passed, string next)
    {
        var answers = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(':')).Select(each => new GivenAnswer(each[0], each[1])).ToList();
        var (way, step) = Whole.Follow(answers);
        way.Should().Equal(answers.Take(passed));
        step!.Id.Should().Be(next);
    }

    [Fact]
    public void An_empty_script_leads_nowhere() => new Script([]).Follow([new("s1", "Oui")]).Next.Should().BeNull();

    [Theory, InlineData(" Besoin ", "Un long texte", "Besoin"), InlineData("", " Quel toit ? ", "Quel toit ?")]
    public void A_question_is_the_title_or_what_is_said(string title, string text, string question) => new ScriptStep("s1", title, text).Question.Should().Be(question);

    [Fact]
    public void A_text_is_cut_at_its_variables_and_nothing_is_lost()
    {
        var parts = Script.Parts("Bonjour {firstname}, {accolade ouverte {name}").ToList();
        string.Concat(parts.Select(part => part.Text)).Should().Be("Bonjour {firstname}, {accolade ouverte {name}");
        parts.Where(part => part.Variable is not null).Select(part => part.Variable).Should().Equal("firstname", "name");
    }
}
