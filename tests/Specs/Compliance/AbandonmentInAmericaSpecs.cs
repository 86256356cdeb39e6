using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class AbandonmentInAmericaSpecs
{
    private static readonly AbandonmentInAmerica Rule = new();
    private static readonly Question There = Asked.Lawful.With(dossier => dossier with { Country = "US" });
    private static readonly Question Paused = There with { IsCall = false };

    [Theory]
    [InlineData(3, 97, 0, null)]
    [InlineData(3.1, 97, 0, "abandonment-too-high")]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 0, 0, "abandonment-too-high")]
    [InlineData(4, 97, 97, "abandonment-too-high")]
    [InlineData(0.03, 0.97, 0, null)]
    public void Three_in_a_hundred_at_most_find_nobody(double abandoned, double live, double machines, string? reason) =>
        Rule.Of(Paused with { Matters = new() { DialStats = new((decimal)abandoned, (decimal)live, (decimal)machines) } }).Should().Be(reason);

    [Fact]
    public void Whoever_dials_ahead_must_have_counted()
    {
        foreach (var stats in new DialStats?[] { null, new(null, 97, 0), new(1, null, 0) })
            foreach (var ahead in new[] { Dialling.Predictive, Dialling.Power })
                Rule.Of(There with { Dialling = ahead, Matters = new() { DialStats = stats } }).Should().Be("abandonment-unknown");
        Rule.Of(There with { Dialling = Dialling.Progressive }).Should().BeNull("an agent waits for each call");
        Rule.Of(Paused with { Dialling = Dialling.Predictive }).Should().BeNull("nobody is called");
        Rule.Of(Asked.Lawful with { Dialling = Dialling.Predictive }).Should().BeNull("it is another country's law");
    }
}
