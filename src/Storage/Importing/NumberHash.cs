using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plateau.Storage.Importing;

/// <summary>
/// A person's number as an opposition remembers it: eight bytes of SHA-256 over the client and the number, so that
/// the opposition outlives the erasure of the number, and two clients' oppositions can't be laid side by side.
/// </summary>
internal static class NumberHash
{
    /// <param name="client">Null for a register that holds for every client.</param>
    public static long Of(string? client, long number)
    {
        Span<byte> text = stackalloc byte[256];
        var length = Encoding.UTF8.TryGetBytes(client ?? "*", text[..230], out var written) ? written : throw new ArgumentException("A client's id has at most 76 characters.", nameof(client));
        text[length++] = (byte)'|';
        number.TryFormat(text[length..], out written, default, CultureInfo.InvariantCulture);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(text[..(length + written)], hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
