using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class AbandonmentInBritainSpecs
{
    private static readonly AbandonmentInBritain Rule = new();
    private static readonly Question There = Asked.Lawful.With(dossier => dossier with { Country = "GB" });
    private static readonly Question Paused = There with { IsCall = false };

    [Theory]
    [InlineData(3, 97, 0, null)]
    [InlineData(3.1, 97, 0, "abandonment-too-high")]
    [InlineData(4, 97, 0, "abandonment-too-high")]
    [InlineData(6, 97, 97, null)]
    [InlineData(6.1, 97, 97, "abandonment-too-high")]
    [InlineData(3, 48.5, 48.5, null)]
    [InlineData(0.05, 1, 1, null)]
    [InlineData(0.05, 1, 0, "abandonment-too-high")]
    [InlineData(1, 0, 5, "abandonment-too-high")]
    [InlineData(0, 0, 5, null)]
    public void Drops_that_hit_machines_are_counted_out(double abandoned, double live, double machines, string? reason) =>
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

    [Fact]
    public void Machines_that_nobody_counted_are_not_known() =>
        Rule.Of(Paused with { Matters = new() { DialStats = new(3, 97, null) } }).Should().Be("abandonment-unknown");
}
