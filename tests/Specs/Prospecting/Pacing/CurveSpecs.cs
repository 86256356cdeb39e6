using System.Runtime.Intrinsics;
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

    [Fact]
    public void Four_at_once_are_to_the_last_bit_what_each_alone_is()
    {
        double[] edges = [0, -0.0, 1, -1, 699.9, 700, 701, 1e6, -699.9, -700, -700.1, -1e6, double.NegativeInfinity, 1e-300, -1e-300];
        foreach (var x in edges.Concat(Enumerable.Range(0, 100_000).Select(step => -750 + step * 0.0150007)))
        {
            AllAre(Curves.Exp(Vector256.Create(x)), Curves.Exp(x), $"exponential of {x:R}");
            AllAre(Curves.Bell(Vector256.Create(x)), Curves.Bell(x), $"bell at {x:R}");
            AllAre(Curves.Normal(Vector256.Create(x), Curves.Bell(Vector256.Create(x))), Curves.Normal(x), $"normal law at {x:R}");
            var above = Math.Max(Curves.Exp(x), double.Epsilon * (1L << 52));
            AllAre(Curves.Log(Vector256.Create(above)), Curves.Log(above), $"logarithm of {above:R}");
        }
        var different = Vector256.Create(-800, -1.5, 0.25, 30);
        for (var each = 0; each < 4; each++) Curves.Exp(different)[each].Should().Be(Curves.Exp(different[each]));
    }

    private static void AllAre(Vector256<double> four, double one, string what)
    {
        // The sentence is made for a failure alone: there are half a million of these.
        for (var each = 0; each < 4; each++)
            if (BitConverter.DoubleToInt64Bits(four[each]) != BitConverter.DoubleToInt64Bits(one)) four[each].Should().Be(one, what);
    }
}
