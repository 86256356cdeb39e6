using Plateau.Specs.House.Rules;

namespace Plateau.Specs.House;

/// <summary>The house keeps its rules, and every rule can be seen to refuse.</summary>
public sealed class HouseSpecs
{
    private static readonly HouseRule[] Rules = [.. Direction.Rules, .. Shape.Rules, .. Words.Rules, .. Purity.Rules, .. Testing.Rules];

    public static TheoryData<string> Sentences => [.. Rules.Select(rule => rule.Sentence)];

    public static TheoryData<string, string, string> Canaries =>
        [.. Rules.SelectMany(rule => rule.Canaries.Select(canary => (rule.Sentence, canary.Path, canary.Text)))];

    [Theory, MemberData(nameof(Sentences))]
    public void The_house_keeps(string rule) =>
        string.Join('\n', Tree.Sources.SelectMany(Find(rule).Judge)).Should().BeEmpty();

    [Theory, MemberData(nameof(Canaries))]
    public void A_canary_is_refused(string rule, string path, string text) =>
        Find(rule).Judge(new Source(path, text)).Should().NotBeEmpty("a rule that was never seen red guards nothing");

    [Theory, MemberData(nameof(Sentences))]
    public void A_rule_has_a_canary(string rule) => Find(rule).Canaries.Should().NotBeEmpty();

    [Fact]
    public void The_rules_see_the_whole_house() =>
        Tree.Sources.Select(source => source.Path).Should().Contain(["src/Core/Plateau.Core.csproj", "tests/Specs/House/HouseSpecs.cs"]);

    private static HouseRule Find(string sentence) => Rules.Single(rule => rule.Sentence == sentence);
}
