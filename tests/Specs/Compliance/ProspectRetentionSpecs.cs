using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ProspectRetentionSpecs
{
    private static readonly ProspectRetention Rule = new();

    [Theory]
    [InlineData("2023-11-23T10:30:00", null)]
    [InlineData("2023-11-23T10:29:59", "kept-too-long")]
    [InlineData("2026-11-01T10:30:00", null)]
    public void Who_was_silent_for_three_years_is_forgotten(string heard, string? reason)
    {
        foreach (var question in new[] { Asked.Lawful, Asked.ToProfessional })
            Rule.Of(question.With(dossier => dossier with { LastHeard = Asked.Local(heard) })).Should().Be(reason);
    }

    [Fact]
    public void Who_never_turned_to_the_client_is_judged_by_the_other_rules() => Rule.Of(Asked.Lawful).Should().BeNull();
}
