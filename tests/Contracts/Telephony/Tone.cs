namespace Plateau.Contracts.Telephony;

/// <summary>How much of one tone is in a sound of 8 kHz.</summary>
internal static class Tone
{
    /// <summary>The amplitude of that tone, by the algorithm of Goertzel.</summary>
    public static double Amplitude(IReadOnlyList<short> samples, int hertz, int rate = 8000)
    {
        if (samples.Count == 0) return 0;
        var turn = 2 * Math.Cos(2 * Math.PI * hertz / rate);
        double last = 0, before = 0;
        foreach (var sample in samples) (last, before) = (sample + turn * last - before, last);
        var power = last * last + before * before - turn * last * before;
        return 2 * Math.Sqrt(Math.Max(0, power)) / samples.Count;
    }
}

/// <summary>Speech as G.711 carries it in Europe.</summary>
/// <remarks>ITU-T G.711, A-law, table 1a.</remarks>
internal static class ALaw
{
    public static short Decode(byte sample)
    {
        var bits = sample ^ 0x55;
        var exponent = (bits >> 4) & 7;
        var mantissa = ((bits & 15) << 4) + 8;
        var amplitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
        return (short)((bits & 0x80) != 0 ? amplitude : -amplitude);
    }

    public static byte Encode(short sample)
    {
        var amplitude = Math.Min(Math.Abs((int)sample), 32635);
        var exponent = amplitude < 256 ? 0 : (int)Math.Log2(amplitude) - 7;
        var mantissa = exponent == 0 ? amplitude >> 4 : (amplitude >> (exponent + 3)) & 15;
        var sign = sample >= 0 ? 0x80 : 0;
        return (byte)((sign | exponent << 4 | mantissa) ^ 0x55);
    }
}
