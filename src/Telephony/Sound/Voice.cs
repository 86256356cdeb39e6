namespace Plateau.Telephony.Sound;

/// <summary>
/// Sounds made by arithmetic: murmurs with the loudness, rhythm and pitch of speech, a beep, a hold tune.
/// Answering-machine detection listens to loudness and rhythm only, so a murmur is speech enough for it.
/// The same call gives the same samples on any machine.
/// </summary>
public static class Voice
{
    private const int Rate = WaveFile.SamplesPerSecond;

    /// <summary>A murmur of the given words, each of a few syllables of 180 ms, with 90 ms between words.</summary>
    /// <param name="pitch">The voice's height in hertz; about 120 for a man's, 210 for a woman's.</param>
    public static short[] Murmur(double pitch, params ReadOnlySpan<int> syllablesPerWord)
    {
        var sound = new List<short>();
        var n = 0;
        foreach (var syllables in syllablesPerWord)
        {
            for (var s = 0; s < syllables; s++) sound.AddRange(Syllable(pitch * (1 + 0.06 * Math.Sin(++n)), 0.18, 2 + n % 3));
            sound.AddRange(Silence(0.09));
        }
        return [.. sound];
    }

    public static short[] Silence(double seconds) => new short[(int)(seconds * Rate)];

    /// <summary>The beep after which an answering machine records: 1000 Hz.</summary>
    public static short[] Beep(double seconds) => Tone(seconds, 0.4, t => Math.Sin(2 * Math.PI * 1000 * t));

    /// <summary>Eight bars of a quiet tune for whoever is on hold. Ours, so that nobody's rights are touched.</summary>
    public static short[] HoldTune()
    {
        double[] notes = [261.6, 329.6, 392.0, 523.3, 440.0, 349.2, 392.0, 329.6, 293.7, 349.2, 440.0, 392.0, 329.6, 293.7, 261.6, 261.6];
        var tune = new List<short>();
        foreach (var note in notes)
            tune.AddRange(Tone(0.5, 0.16, t => (Math.Sin(2 * Math.PI * note * t) + 0.3 * Math.Sin(4 * Math.PI * note * t)) * Math.Exp(-3 * t)));
        return [.. tune];
    }

    public static short[] Then(this short[] first, short[] second) => [.. first, .. second];

    // A voice is a buzz whose overtones are strong near the mouth's resonances; two resonances are enough to be speech-like.
    private static short[] Syllable(double pitch, double seconds, int openness) =>
        Tone(seconds, 0.5, t =>
        {
            var sum = 0.0;
            for (var overtone = 1; overtone * pitch < 3400; overtone++)
            {
                var f = overtone * pitch;
                var weight = Near(f, 250 + 150 * openness) + 0.5 * Near(f, 1100 + 250 * openness);
                sum += weight * Math.Sin(2 * Math.PI * f * t);
            }
            return sum * 0.4 * Math.Sin(Math.PI * Math.Min(1, t / seconds));
        });

    private static double Near(double frequency, double resonance) => 1 / (1 + Math.Pow((frequency - resonance) / 120, 2));

    private static short[] Tone(double seconds, double loudness, Func<double, double> wave)
    {
        var samples = new short[(int)(seconds * Rate)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)(Math.Clamp(wave((double)i / Rate), -1, 1) * loudness * short.MaxValue);
        return samples;
    }
}
