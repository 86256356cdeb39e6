using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

public sealed class CurveSpecs
{
    [Fact]
    public void Exponential_and_logarithm_are_those_of_the_books()
    {
        for (var x = -60.0; x < 60; x += 0.137)
        {
            Curves.Exp(x).Should().BeApproximately(Math.Exp(x), 1e-13 * Math.Exp(x) + 1e-300, $"of {x}");
            Curves.Log(Math.Exp(x)).Should().BeApproximately(Math.Log(Math.Exp(x)), 1e-12 * Math.Max(1, Math.Abs(x)), $"of e^{x}");
        }
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.644854, 0.95)]
    [InlineData(-1.644854, 0.05)]
    [InlineData(2.326348, 0.99)]
    [InlineData(-3.090232, 0.001)]
    public void The_normal_law_has_its_known_quantiles(double z, double share) =>
        Curves.Normal(z).Should().BeApproximately(share, 1e-6);
}
