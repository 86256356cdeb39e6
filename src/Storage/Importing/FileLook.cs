using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Plateau.Storage.Importing;

/// <summary>
/// What one pass over the bytes of a file tells: its fingerprint, its encoding and whether it is a workbook.
/// The pass is whole because a file may be plain ASCII for its first million lines and meet its first accent
/// in the last one; the fingerprint needs every byte anyway.
/// </summary>
internal sealed record FileLook(byte[] Hash, long Length, FileShape Shape, Encoding Encoding, int BomLength)
{
    private const int ChunkSize = 1 << 17;

    static FileLook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    public static async Task<FileLook> AtAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var validity = new Utf8Validity();
            FileShape shape = FileShape.Text;
            Encoding? told = null;
            var bom = 0;
            long length = 0;
            int read;
            while ((read = await content.ReadAtLeastAsync(chunk.AsMemory(0, ChunkSize), ChunkSize, throwOnEndOfStream: false, cancellation).ConfigureAwait(false)) > 0)
            {
                var bytes = chunk.AsSpan(0, read);
                if (length == 0)
                {
                    if (bytes.StartsWith("PK\x03\x04"u8))
                        shape = FileShape.Workbook;
                    else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
                        shape = FileShape.OldWorkbook;
                    (told, bom) = FromItsFirstBytes(bytes);
                }

                hash.AppendData(bytes);
                validity.Add(bytes);
                length += read;
            }

            var encoding = told ?? (validity.Holds ? new UTF8Encoding(false) : Windows1252);
            content.Position = 0;
            return new FileLook(hash.GetHashAndReset(), length, shape, encoding, bom);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static (Encoding? Encoding, int Bom) FromItsFirstBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (null, 3); // A byte order mark is a claim, not a proof: the whole file is still checked.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, 2);

        // Text of Latin letters in UTF-16 without a mark has a zero in every other byte.
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        int evenZeros = 0, oddZeros = 0;
        for (var at = 0; at < sample.Length; at += 2)
        {
            evenZeros += sample[at] == 0 ? 1 : 0;
            oddZeros += sample[at + 1] == 0 ? 1 : 0;
        }

        var most = sample.Length / 2 * 7 / 10;
        if (sample.Length >= 8 && oddZeros > most && evenZeros < most / 10)
            return (Encoding.Unicode, 0);
        return sample.Length >= 8 && evenZeros > most && oddZeros < most / 10 ? (Encoding.BigEndianUnicode, 0) : (null, 0);
    }
}

internal enum FileShape
{
    Text,
    Workbook,
    OldWorkbook,
}

/// <summary>Whether a run of chunks is valid UTF-8, a character cut by a chunk's end included.</summary>
internal struct Utf8Validity
{
    private readonly byte[] _cut = new byte[8];
    private int _cutLength;
    private bool _broken;

    public Utf8Validity()
    {
    }

    /// <summary>True when everything seen is valid and no character is left half.</summary>
    public readonly bool Holds => !_broken && _cutLength == 0;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_broken)
            return;
        while (_cutLength > 0 && bytes.Length > 0)
        {
            _cut[_cutLength++] = bytes[0];
            bytes = bytes[1..];
            if (System.Text.Unicode.Utf8.IsValid(_cut.AsSpan(0, _cutLength)))
                _cutLength = 0;
            else if (_cutLength >= 4)
                _broken = true;
            if (_broken)
                return;
        }

        var whole = bytes.Length;
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80)
                continue;
            var needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            if (needs > back)
                whole = bytes.Length - back;
            break;
        }

        _broken = !System.Text.Unicode.Utf8.IsValid(bytes[..whole]);
        bytes[whole..].CopyTo(_cut);
        _cutLength = bytes.Length - whole;
    }
}
