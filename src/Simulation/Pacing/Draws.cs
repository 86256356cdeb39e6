using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>Draws of laws that need their far tail whole, on top of a stream of chance.</summary>
public sealed class Draws(long seed, string purpose, long subject = 0)
{
    private readonly Chance chance = new(seed, purpose, subject);
    private double spare = double.NaN;

    public int Below(int bound) => chance.Below(bound);

    /// <summary>Between nought and one, neither included.</summary>
    public double Unit() => (chance.Below(1 << 30) + 0.5) / (1 << 30);

    public double Between(double from, double until) => from + (until - from) * Unit();

    /// <summary>A normal draw (Marsaglia's polar method: square roots and one logarithm).</summary>
    public double Normal()
    {
        if (!double.IsNaN(spare))
        {
            var kept = spare;
            spare = double.NaN;
            return kept;
        }
        double x, y, square;
        do
        {
            (x, y) = (2 * Unit() - 1, 2 * Unit() - 1);
            square = x * x + y * y;
        }
        while (square >= 1);
        var scale = Math.Sqrt(-2 * Curves.Log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    public double Exponential(double mean) => -mean * Curves.Log(Unit());

    /// <param name="variation">Standard deviation over mean.</param>
    public double Lognormal(double mean, double variation)
    {
        var square = Curves.Log(1 + variation * variation);
        return mean * Curves.Exp(Math.Sqrt(square) * Normal() - square / 2);
    }

    public double LognormalOfMedian(double median, double sigma) => median * Curves.Exp(sigma * Normal());
}
