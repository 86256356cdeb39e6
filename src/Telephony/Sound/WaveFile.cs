using System.Buffers.Binary;

namespace Plateau.Telephony.Sound;

/// <summary>
/// The RIFF/WAVE files a switch reads and writes: 8 kHz, one channel, 16 bits. A recording whose switch was killed says
/// length 0 in its header although the speech is there; <see cref="Repair"/> writes the length that the file really has.
/// </summary>
public static class WaveFile
{
    public const int SamplesPerSecond = 8000;
    private const int HeaderBytes = 44;

    public static void Write(string path, ReadOnlySpan<short> samples)
    {
        var bytes = new byte[HeaderBytes + samples.Length * 2];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), SamplesPerSecond * 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), samples.Length * 2);
        for (var i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(HeaderBytes + i * 2), samples[i]);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>What a file claims and what it holds. Equal when its switch closed it properly.</summary>
    public readonly record struct Lengths(TimeSpan Declared, TimeSpan Held)
    {
        public bool Sound => Declared == Held;
    }

    /// <exception cref="InvalidDataException">The file isn't such a WAVE file.</exception>
    public static Lengths Measure(string path)
    {
        using var file = File.OpenRead(path);
        var (start, declared, rate) = FindData(file, path);
        return new(TimeSpan.FromSeconds((double)declared / rate), TimeSpan.FromSeconds((double)Held(file, start) / rate));
    }

    /// <summary>Writes the true lengths into the header and returns the duration. Harmless on a sound file.</summary>
    public static TimeSpan Repair(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var (start, declared, rate) = FindData(file, path);
        var held = Held(file, start);
        if (declared != held)
        {
            WriteLength(file, start - 4, held);
            WriteLength(file, 4, start + held - 8);
            file.SetLength(start + held);
            file.Flush(flushToDisk: true);
        }
        return TimeSpan.FromSeconds((double)held / rate);
    }

    // A killed switch can stop in the middle of a sample; the odd byte is no speech.
    private static long Held(FileStream file, long start) => (file.Length - start) / 2 * 2;

    private static void WriteLength(FileStream file, long at, long length)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, checked((uint)length));
        file.Position = at;
        file.Write(four);
    }

    private static (long Start, long Declared, int BytesPerSecond) FindData(FileStream file, string path)
    {
        Span<byte> head = stackalloc byte[12];
        file.Position = 0;
        if (file.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
            throw new InvalidDataException($"{path} isn't a WAVE file.");
        var rate = 0;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> format = stackalloc byte[16];
        while (file.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("data"u8) && rate > 0) return (file.Position, length, rate);
            var next = file.Position + length + (length & 1);
            if (chunk[..4].SequenceEqual("fmt "u8) && length >= 16)
            {
                file.ReadExactly(format);
                rate = BinaryPrimitives.ReadInt32LittleEndian(format[8..]);
            }
            file.Position = next;
        }
        throw new InvalidDataException($"{path} has no data chunk.");
    }
}
