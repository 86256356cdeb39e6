using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plateau.Core.Prospecting.Pacing;

/// <summary>The few curves that pacing needs, from additions and multiplications alone, so that every machine paces alike.</summary>
/// <remarks>
/// Math.Exp and Math.Log may differ in their last bit between machines; a simulated day would then differ too. Four at once are
/// reckoned by the same additions and multiplications in the same order, each for itself: to the last bit what one alone would be.
/// </remarks>
public static class Curves
{
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;
    private const double OneOverLn2 = 1.44269504088896340736;

    public static double Exp(double x)
    {
        if (x < -700) return 0;
        if (x > 700) x = 700;
        var n = Math.Floor(x * OneOverLn2 + 0.5);
        var r = x - n * Ln2High - n * Ln2Low;
        // |r| is at most 0.35: eleven terms reach the fourteenth digit.
        var sum = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5 * (1 + r / 6 * (1 + r / 7 * (1 + r / 8 * (1 + r / 9 * (1 + r / 10 * (1 + r / 11))))))))));
        return sum * BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
    }

    /// <param name="x">Above nought, and no smaller than the smallest normal number.</param>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.41421356237309504880)
        {
            mantissa /= 2;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1), q = s * s;
        var series = 2 * s * (1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13 + q / 15)))))));
        return exponent * Ln2High + (exponent * Ln2Low + series);
    }

    /// <summary>The normal law's density.</summary>
    public static double Bell(double z) => 0.39894228040143267794 * Exp(-0.5 * z * z);

    /// <summary>The chance that a normal draw is at most z, to seven places (Abramowitz and Stegun, 26.2.17).</summary>
    public static double Normal(double z)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(z));
        var above = Bell(z) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - above : above;
    }

    /// <summary>What stands in the lowest bits of this and a small whole number is that number.</summary>
    private const double WholeInBits = 1L << 52;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        var one = Vector256<double>.One;
        var capped = Vector256.Min(x, Vector256.Create(700.0));
        var n = Vector256.Floor(capped * OneOverLn2 + Vector256.Create(0.5));
        var r = capped - n * Ln2High - n * Ln2Low;
        var sum = one + Over(r, 11);
        sum = one + Over(r, 10) * sum;
        sum = one + Over(r, 9) * sum;
        // To divide by a power of two and to multiply by its inverse are the same to the last bit.
        sum = one + r * 0.125 * sum;
        sum = one + Over(r, 7) * sum;
        sum = one + Over(r, 6) * sum;
        sum = one + Over(r, 5) * sum;
        sum = one + r * 0.25 * sum;
        sum = one + Over(r, 3) * sum;
        sum = one + r * 0.5 * sum;
        sum = one + r * sum;
        var scale = Vector256.ShiftLeft((n + Vector256.Create(1023 + WholeInBits)).AsInt64(), 52).AsDouble();
        return Vector256.AndNot(sum * scale, Vector256.LessThan(x, Vector256.Create(-700.0)));
    }

    private static Vector256<double> Over(Vector256<double> r, double by) => r / Vector256.Create(by);

    /// <param name="x">Each above nought, and no smaller than the smallest normal number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        var one = Vector256<double>.One;
        var bits = x.AsInt64();
        var exponent = (Vector256.ShiftRightLogical(bits, 52) | Vector256.Create(WholeInBits).AsInt64()).AsDouble() - Vector256.Create(WholeInBits + 1023);
        var mantissa = ((bits & Vector256.Create(0x000F_FFFF_FFFF_FFFF)) | Vector256.Create(0x3FF0_0000_0000_0000)).AsDouble();
        var great = Vector256.GreaterThan(mantissa, Vector256.Create(1.41421356237309504880));
        mantissa = Vector256.ConditionalSelect(great, mantissa * 0.5, mantissa);
        exponent += great & one;
        Vector256<double> s = (mantissa - one) / (mantissa + one), q = s * s;
        var series = Vector256.Create(1.0 / 13) + q / Vector256.Create(15.0);
        for (var odd = 11; odd > 1; odd -= 2) series = Vector256.Create(1.0 / odd) + q * series;
        return exponent * Ln2High + (exponent * Ln2Low + s * 2 * (one + q * series));
    }

    /// <summary>The normal law's density.</summary>
    public static Vector256<double> Bell(Vector256<double> z) => Exp(z * -0.5 * z) * 0.39894228040143267794;

    /// <summary>The chance that a normal draw is at most z.</summary>
    /// <param name="bell">The density there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Normal(Vector256<double> z, Vector256<double> bell)
    {
        var one = Vector256<double>.One;
        var t = one / (one + Vector256.Abs(z) * 0.2316419);
        var above = bell * t * (Vector256.Create(0.319381530) + t * (Vector256.Create(-0.356563782) + t * (Vector256.Create(1.781477937) + t * (Vector256.Create(-1.821255978) + t * 1.330274429))));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(z, Vector256<double>.Zero), one - above, above);
    }
}
