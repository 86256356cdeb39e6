using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Plateau.Server.People.Door;

/// <summary>The six digits of an authenticator (RFC 6238): a secret both sides know, and the half minute of now.</summary>
internal static class OneTimeCode
{
    private const int Seconds = 30, Digits = 6, SecretBytes = 20;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The step whose code was typed: now, or one beside it, since clocks differ; null when it is none of them.</summary>
    public static long? StepOf(byte[] secret, string typed, DateTimeOffset now)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        if (digits.Length != Digits) return null;
        var step = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        foreach (var near in (ReadOnlySpan<long>)[step - 1, step, step + 1])
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(secret, near)), System.Text.Encoding.ASCII.GetBytes(digits))) found = near;
        return found;
    }

    public static string At(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and the authenticators that people have use SHA-1; HMAC does not lean on its collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        var modulus = 1;
        for (var digit = 0; digit < digits; digit++) modulus *= 10;
        return (number % modulus).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The secret as people type it into an authenticator that has no camera.</summary>
    public static string Text(byte[] secret)
    {
        var text = new System.Text.StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var each in secret)
        {
            (held, bits) = ((held << 8) | each, bits + 8);
            while (bits >= 5) text.Append(Alphabet[(held >> (bits -= 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What the square of dots says to an authenticator.</summary>
    public static string Address(byte[] secret, string signIn) => $"otpauth://totp/Plateau:{Uri.EscapeDataString(signIn)}?secret={Text(secret)}&issuer=Plateau&algorithm=SHA1&digits={Digits}&period={Seconds}";
}
